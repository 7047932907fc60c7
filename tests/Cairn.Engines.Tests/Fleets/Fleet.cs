using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Fleets;

/// <summary>A project with many databases, and the file that names them.</summary>
public sealed class Fleet : IAsyncDisposable
{
    public const string File = "tenants.txt";

    /// <summary>Creates <c>things</c> and fills it; then another table.</summary>
    public static readonly string[] Versions = ["20260301A", "20260302A"];

    private readonly List<TestDatabase> _databases;

    private Fleet(List<TestDatabase> databases)
    {
        _databases = databases;
        Workspace = Workspace.For(databases[0]);
        WriteTargets([.. databases.Select((database, index) => $"{Name(index)} = {database.Url}")]);
        Workspace.Write(Scripts.Name, Scripts.Good).Write("20260302A-more.csx", Scripts.Table("more"));
    }

    public Workspace Workspace { get; }

    public IReadOnlyList<TestDatabase> Databases => _databases;

    public static string Name(int index) => $"tenant{index:00}";

    public static async Task<Fleet> NewAsync(EngineServers servers, string engine, int count)
    {
        var databases = new List<TestDatabase>();
        for (var index = 0; index < count; index++)
        {
            databases.Add(await servers.CreateDatabaseAsync(engine));
        }

        return new Fleet(databases);
    }

    public void WriteTargets(params string[] lines) => System.IO.File.WriteAllLines(Path.Combine(Workspace.Folder, File), lines);

    /// <summary>Adds a line to the targets file.</summary>
    public void AddTarget(string line) => System.IO.File.AppendAllText(Path.Combine(Workspace.Folder, File), line + "\n");

    /// <summary>A call with <c>--targets</c>, and no other connection.</summary>
    public ToolCall Call(string command, params string[] more) =>
        Workspace.Call([.. command.Split(' '), "--targets", File, .. more]) with { Environment = new Dictionary<string, string>(StringComparer.Ordinal) };

    public Task<ToolResult> RunAsync(string command, params string[] more) => CairnTool.RunAsync(Call(command, more));

    /// <summary>What became of each, by its name, as <c>--json</c> tells it.</summary>
    public static Dictionary<string, string> States(ToolResult result) => result.Json.GetProperty("targets").EnumerateArray()
        .ToDictionary(target => target.GetProperty("name").GetString()!, target => target.GetProperty("state").GetString()!, StringComparer.Ordinal);

    /// <summary>The custom versions that a database has recorded.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync(int index)
    {
        var database = _databases[index];
        return (await database.TablesAsync()).Contains("cairn_migrations", StringComparer.Ordinal)
            ? [.. (await database.RowsAsync("select version from cairn_migrations order by version")).Where(version => version[8] != 'Z')]
            : [];
    }

    /// <summary>Makes the first migration fail on one database: the table that it creates is there.</summary>
    public Task SpoilAsync(int index) => _databases[index].ExecuteAsync("create table things (id integer)");

    /// <summary>Takes away what makes it fail.</summary>
    public Task MendAsync(int index) => _databases[index].ExecuteAsync("drop table things");

    public async ValueTask DisposeAsync()
    {
        Workspace.Dispose();
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }
}
