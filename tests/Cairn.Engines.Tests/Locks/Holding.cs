using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Locks;

/// <summary>A run that holds the lock until it is let go: its migration waits for a file, and not for a time.</summary>
public sealed class Holding : IAsyncDisposable
{
    private const string Said = "holding";
    private readonly string _go;

    private Holding(ToolRun run, string go) => (Run, _go) = (run, go);

    public ToolRun Run { get; }

    /// <param name="project">Gets a migration that creates the table <c>things</c> and then waits.</param>
    /// <param name="url">The connection, where it is not the project's own.</param>
    public static async Task<Holding> StartAsync(Project project, string? url = null)
    {
        var go = Path.Combine(project.Workspace.Folder, "go");
        project.Write(Scripts.Name, Scripts.Up(
            $$"""
                await db.Schema.CreateTable("things", table => table.Increments("id"));
                db.Log("{{Said}}");
                while (!System.IO.File.Exists(@"{{go}}"))
                {
                    await Task.Delay(20);
                }
            """));
        var holding = new Holding(CairnTool.Start(project.Workspace.Call("migrate:latest").Through(url)), go);
        await holding.Run.SeenAsync(Said);
        return holding;
    }

    /// <summary>Lets the migration end, and waits for the run.</summary>
    public async Task<ToolResult> LetGoAsync()
    {
        await File.WriteAllTextAsync(_go, "");
        return await EndAsync();
    }

    /// <summary>Ends the process as nobody can catch it.</summary>
    public async Task KillAsync()
    {
        Run.Kill();
        await EndAsync();
    }

    public Task<ToolResult> EndAsync() => Run.EndAsync(TimeSpan.FromSeconds(60));

    public ValueTask DisposeAsync() => Run.DisposeAsync();
}

/// <summary>Calls of the tool over another road to the same database.</summary>
internal static class Roads
{
    public static ToolCall Through(this ToolCall call, string? url) => url is null
        ? call
        : call with { Environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["CAIRN_CONNECTION"] = url } };

    public static Task<ToolResult> RunThroughAsync(this Project project, string? url, params string[] arguments) =>
        CairnTool.RunAsync(project.Workspace.Call(arguments).Through(url));
}
