using System.Globalization;
using System.Text.RegularExpressions;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A user's folder and their database, and what must be true of both after a run.</summary>
public sealed partial class Project(TestDatabase database, Workspace workspace) : IAsyncDisposable
{
    public TestDatabase Database => database;

    public Workspace Workspace => workspace;

    public static async Task<Project> NewAsync(EngineServers servers, string engine)
    {
        var database = await servers.CreateDatabaseAsync(engine);
        return new Project(database, Workspace.For(database));
    }

    public static async Task<Project> OfExampleAsync(EngineServers servers, string engine, string example)
    {
        var database = await servers.CreateDatabaseAsync(engine);
        return new Project(database, Workspace.OfExample(example, database));
    }

    public Project Write(string name, string text)
    {
        workspace.Write(name, text);
        return this;
    }

    public Task<ToolResult> RunAsync(params string[] arguments) => workspace.RunAsync(arguments);

    /// <summary>Runs, and expects success.</summary>
    public async Task<ToolResult> DoAsync(params string[] arguments) => (await RunAsync(arguments)).ShouldExit(0);

    /// <summary>Runs, and expects a clear error that leaves tables, rows and records as they were.</summary>
    public Task<ToolResult> RefuseAsync(int exitCode, string[] words, params string[] arguments) =>
        RefuseAsync(exitCode, words, workspace.Call(arguments));

    /// <inheritdoc cref="RefuseAsync(int, string[], string[])"/>
    public async Task<ToolResult> RefuseAsync(int exitCode, string[] words, ToolCall call)
    {
        var state = await database.StateAsync();
        var versions = await VersionsAsync();
        var result = await CairnTool.RunAsync(call);
        result.ShouldExit(exitCode).ShouldBeAClearError().ShouldComplainOf(words);
        Assert.Equal(state, await database.StateAsync());
        Assert.Equal(versions, await VersionsAsync());
        return result;
    }

    /// <summary>
    /// Runs, and expects a migration to fail after it changed the schema. Where that can be rolled back nothing of it is left; where it cannot, the error tells
    /// what was done, step by step, and the version is not recorded.
    /// </summary>
    public async Task<ToolResult> StopAsync(string[] done, string[] words, params string[] arguments)
    {
        if (EngineNames.IsTransactional(database.Engine))
        {
            return await RefuseAsync(1, words, arguments);
        }

        var versions = await VersionsAsync();
        var result = (await RunAsync(arguments)).ShouldExit(1).ShouldBeAClearError().ShouldComplainOf(words);
        result.ShouldComplainOf([.. done.Select((step, index) => $"{index + 1}. {step}: done")]);
        Assert.Equal($"{done.Length}", await database.ScalarAsync("select count(*) from cairn_journal where state = 'Done' and position > 0"));
        Assert.Equal(versions, await VersionsAsync());
        return result;
    }

    /// <summary>The custom versions that the tracking table has; built-in ones end in Z and another letter.</summary>
    public async Task<IReadOnlyList<string>> VersionsAsync()
    {
        if (!(await database.TablesAsync()).Contains("cairn_migrations", StringComparer.Ordinal))
        {
            return [];
        }

        var versions = await database.RowsAsync("select version from cairn_migrations");
        return [.. versions.Where(version => !BuiltIn().IsMatch(version)).Order(StringComparer.Ordinal)];
    }

    /// <summary>The user's own tables and views.</summary>
    public async Task<IReadOnlyList<string>> TablesAsync() =>
        [.. (await database.TablesAsync()).Where(table => !table.StartsWith("cairn_", StringComparison.Ordinal))];

    /// <summary>The state without moments, which differ from run to run.</summary>
    public async Task<string> TimelessStateAsync() => Moments().Replace(await database.StateAsync(), "<moment>");

    public async Task<int> CountAsync(string table) =>
        int.Parse(await database.ScalarAsync($"select count(*) from {database.Quote(table)}"), CultureInfo.InvariantCulture);

    public async ValueTask DisposeAsync()
    {
        workspace.Dispose();
        await database.DisposeAsync();
    }

    [GeneratedRegex("^[0-9]{8}Z[A-Z]$", RegexOptions.None, 1000)]
    private static partial Regex BuiltIn();

    [GeneratedRegex(@"\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(\.\d+)?(\+00(:00)?|Z)?", RegexOptions.None, 1000)]
    private static partial Regex Moments();
}
