using System.Data.Common;

namespace Cairn.Engines.Tests.Servers;

/// <summary>A database of one test on MySQL or MariaDB.</summary>
public sealed class MySqlDatabase(MySqlServer server, string database) : TestDatabase
{
    private const string Ours = "table_schema = database() and table_name not like 'cairn\\_%'";

    public override string Engine => server.Engine;

    public override string Url => server.Url(database);

    public override Task<DbConnection> OpenAsync() => server.OpenAsync(database);

    public override Task DropAsync() => server.ExecuteAsync($"drop database if exists `{database}`");

    public override string Quote(string name) => "`" + name.Replace("`", "``", StringComparison.Ordinal) + "`";

    public override Task<IReadOnlyList<string>> TablesAsync() =>
        RowsAsync("select table_name from information_schema.tables where table_schema = database() order by binary table_name");

    public override async Task<string> StateAsync()
    {
        var lines = new List<string>();
        lines.AddRange(await RowsAsync($"select 'column', table_name, column_name, column_type, is_nullable, column_default, extra from information_schema.columns where {Ours} order by 2, 3"));
        lines.AddRange(await RowsAsync($"select 'index', table_name, non_unique, group_concat(coalesce(column_name, '') order by seq_in_index) from information_schema.statistics where {Ours} group by table_name, index_name, non_unique order by 2, 4"));
        lines.AddRange(await RowsAsync($"select 'foreign key', table_name, column_name, referenced_table_name, referenced_column_name from information_schema.key_column_usage where {Ours} and referenced_table_name is not null order by 2, 3"));
        foreach (var table in await RowsAsync($"select table_name from information_schema.tables where {Ours} and table_type = 'BASE TABLE' order by 1"))
        {
            var literal = table.Replace("'", "''", StringComparison.Ordinal);
            var columns = await RowsAsync($"select column_name from information_schema.columns where table_schema = database() and table_name = '{literal}' order by 1");
            var rows = await RowsAsync($"select {string.Join(", ", columns.Select(Quote))} from {Quote(table)}");
            lines.AddRange(rows.Select(row => $"row {table}: {row}").Order(StringComparer.Ordinal));
        }

        return string.Join('\n', lines);
    }
}
