using System.Data.Common;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;

namespace Cairn.Engines.Tests.Servers;

/// <summary>A SQLite file of one test; there is no file until somebody writes.</summary>
public sealed partial class SqliteDatabase(string file) : TestDatabase
{
    public string File => file;

    public override string Engine => EngineNames.Sqlite;

    public override string Url => "sqlite:" + file;

    public override async Task<DbConnection> OpenAsync()
    {
        // Opened with foreign keys on, as an application would; pooling keeps the file and its PRAGMAs.
        var connection = new SqliteConnection($"Data Source={file};Pooling=False;Foreign Keys=True");
        await connection.OpenAsync();
        return connection;
    }

    public override Task DropAsync()
    {
        foreach (var suffix in new[] { "", "-journal", "-wal", "-shm" })
        {
            System.IO.File.Delete(file + suffix);
        }

        return Task.CompletedTask;
    }

    public override async Task<IReadOnlyList<string>> TablesAsync() => !System.IO.File.Exists(file)
        ? []
        : await RowsAsync("select name from sqlite_master where type in ('table', 'view') and name not like 'sqlite\\_%' escape '\\' order by name");

    public override async Task<string> StateAsync()
    {
        var lines = new List<string>();
        foreach (var table in (await TablesAsync()).Where(IsTheirs))
        {
            var literal = "'" + table.Replace("'", "''", StringComparison.Ordinal) + "'";
            lines.AddRange(await Prefixed($"column {table}", $"select name, upper(type), \"notnull\", dflt_value, pk, hidden from pragma_table_xinfo({literal}) order by name"));
            lines.AddRange(await Prefixed($"foreign key {table}", $"select \"from\", \"table\", \"to\", on_update, on_delete from pragma_foreign_key_list({literal}) order by 1, 2, 3"));
            lines.AddRange(await Prefixed($"index {table}", IndexQuery(literal)));
            var columns = await RowsAsync($"select name from pragma_table_xinfo({literal}) where hidden <> 1 order by name");
            var rows = await Prefixed($"row {table}:", $"select {string.Join(", ", columns.Select(Quote))} from {Quote(table)}");
            lines.AddRange(rows.Order(StringComparer.Ordinal));
        }

        var texts = System.IO.File.Exists(file) ? await RowsAsync("select tbl_name, sql from sqlite_master where type in ('view', 'trigger') order by type, name") : [];
        lines.AddRange(texts.Where(IsTheirs).Select(Plain));
        return string.Join('\n', lines);
    }

    // The columns, uniqueness and condition of each index; not the names, some of which SQLite makes.
    private static string IndexQuery(string table) => string.Create(
        CultureInfo.InvariantCulture,
        $"""
        select l."unique", l.partial, (select group_concat(coalesce(x.name, '<expression>') || x."desc" || x.coll) from pragma_index_xinfo(l.name) x where x.key = 1)
        from pragma_index_list({table}) l order by 3, 1
        """);

    private static bool IsTheirs(string name) => !name.StartsWith("cairn_", StringComparison.Ordinal);

    // Quotes and white space of a definition may be rewritten with it.
    private static string Plain(string sql) => Spaces().Replace(Quotes().Replace(sql, ""), " ").Trim();

    private async Task<IEnumerable<string>> Prefixed(string prefix, string query) =>
        (await RowsAsync(query)).Select(row => $"{prefix} {row}");

    [GeneratedRegex(@"\s+", RegexOptions.None, 1000)]
    private static partial Regex Spaces();

    [GeneratedRegex("[\"`\\[\\]]", RegexOptions.None, 1000)]
    private static partial Regex Quotes();
}
