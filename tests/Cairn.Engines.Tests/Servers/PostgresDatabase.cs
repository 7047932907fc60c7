using System.Data.Common;

namespace Cairn.Engines.Tests.Servers;

/// <summary>A PostgreSQL database of one test.</summary>
public sealed class PostgresDatabase(PostgresServer server, string name) : TestDatabase
{
    public string Name => name;

    public override string Engine => EngineNames.Postgres;

    public override string Url => server.Url(name);

    /// <summary>For a driver, without a pool.</summary>
    public string ConnectionString => server.Connection(name).ConnectionString;

    /// <summary>The URL with another user, password, database or port.</summary>
    public string UrlWith(string? user = null, string? password = null, string? database = null, int? port = null) =>
        server.Url(database ?? name, user, password, port);

    public override async Task<DbConnection> OpenAsync()
    {
        var connection = server.Connection(name);
        await connection.OpenAsync();
        return connection;
    }

    public override Task DropAsync() => server.ExecuteAsync($"drop database if exists {name} with (force)");

    public override Task<IReadOnlyList<string>> TablesAsync() => RowsAsync(
        "select table_name from information_schema.tables where table_schema = 'public' order by table_name collate \"C\"");

    public override async Task<string> StateAsync()
    {
        var lines = new List<string>();
        foreach (var query in PostgresCatalogue.Queries)
        {
            lines.AddRange(await RowsAsync(query));
        }

        foreach (var table in await RowsAsync(PostgresCatalogue.Tables))
        {
            // Columns by name: one dropped and added again is last, and that is no difference.
            var columns = await RowsAsync(PostgresCatalogue.ColumnsOf(table));
            var rows = await RowsAsync($"select {string.Join(", ", columns.Select(Quote))} from {Quote(table)}");
            lines.AddRange(rows.Select(row => $"row {table}: {row}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    }
}
