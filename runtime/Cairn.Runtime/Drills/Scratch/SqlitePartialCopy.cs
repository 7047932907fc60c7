using Cairn.Runtime.Data.Connections;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>Copies the structure of a SQLite file by its own texts, and some of its rows.</summary>
internal sealed class SqlitePartialCopy(RunConnection source, RunConnection copy, string file, ScratchRequest request)
{
    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        foreach (var pragma in (string[])["page_size", "encoding", "auto_vacuum", "user_version", "application_id"])
        {
            var value = (await source.QueryAsync($"PRAGMA {pragma}", [], cancellationToken))[0].Text(pragma);
            await DoAsync($"PRAGMA {pragma} = '{value}'", cancellationToken);
        }

        await DoAsync("PRAGMA foreign_keys = OFF", cancellationToken);
        await copy.ExecuteAsync("ATTACH DATABASE @p0 AS cairn_source", [file], cancellationToken);
        var objects = await source.QueryAsync("SELECT type, name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY rowid", [], cancellationToken);
        var virtuals = objects.Where(IsVirtual).Select(found => found.Text("name")!).ToList();
        bool IsShadow(string name) => virtuals.Exists(of => name.StartsWith(of + "_", StringComparison.OrdinalIgnoreCase));
        var tables = objects.Where(found => found.Text("type") == "table" && !IsShadow(found.Text("name")!)).ToList();
        foreach (var table in tables.Where(table => table.Text("name") is not ("sqlite_sequence" or "sqlite_stat1" or "sqlite_stat4")))
        {
            await DoAsync(table.Text("sql")!, cancellationToken);
        }

        var plain = tables.Where(table => !IsVirtual(table)).Select(table => table.Text("name")!).ToList();
        var rows = await RowsAsync([.. plain.Where(name => !name.StartsWith("sqlite_", StringComparison.OrdinalIgnoreCase))], cancellationToken);
        if (plain.Contains("sqlite_sequence", StringComparer.Ordinal))
        {
            await DoAsync("DELETE FROM main.sqlite_sequence; INSERT INTO main.sqlite_sequence SELECT * FROM cairn_source.sqlite_sequence", cancellationToken);
        }

        foreach (var found in objects.Where(found => found.Text("type") != "table" && !IsShadow(found.Text("name")!)))
        {
            await DoAsync(found.Text("sql")!, cancellationToken);
        }

        await DoAsync("DETACH DATABASE cairn_source", cancellationToken);
        foreach (var name in virtuals)
        {
            request.Observer.Warning($"The rows of the virtual table {name} were not copied; --data all copies them.");
        }

        return rows;
    }

    private async Task<long> RowsAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var rows = 0L;
        foreach (var table in tables)
        {
            var whole = request.IsWhole(table);
            if (whole || request.Data == Reports.DrillData.Sample)
            {
                rows += await CopyAsync(table, whole ? "" : $"LIMIT {request.SampleRows}", cancellationToken);
            }
        }

        return request.Data == Reports.DrillData.Sample ? rows + await ParentsAsync(tables, cancellationToken) : rows;
    }

    /// <summary>Rows that copied rows refer to, until every one is there.</summary>
    private async Task<long> ParentsAsync(IReadOnlyList<string> tables, CancellationToken cancellationToken)
    {
        var keys = new List<(string Parent, string Which)>();
        foreach (var child in tables)
        {
            var columns = await source.QueryAsync($"SELECT id, \"table\", \"from\", \"to\" FROM pragma_foreign_key_list({Literal(child)}) ORDER BY id, seq", [], cancellationToken);
            foreach (var key in columns.GroupBy(column => column.Number("id")))
            {
                var parent = tables.FirstOrDefault(name => string.Equals(name, key.First().Text("table"), StringComparison.OrdinalIgnoreCase));
                if (parent is not null && !request.IsWhole(parent))
                {
                    var primary = await source.QueryAsync($"SELECT name FROM pragma_table_info({Literal(parent)}) WHERE pk > 0 ORDER BY pk", [], cancellationToken);
                    var pairs = key.Select((column, index) => (From: Quote(column.Text("from")!), To: Quote(column.Text("to") ?? primary[index].Text("name")!))).ToList();
                    keys.Add((parent, $"s WHERE EXISTS (SELECT 1 FROM main.{Quote(child)} c WHERE {string.Join(" AND ", pairs.Select(pair => $"c.{pair.From} = s.{pair.To}"))}) "
                        + $"AND NOT EXISTS (SELECT 1 FROM main.{Quote(parent)} p WHERE {string.Join(" AND ", pairs.Select(pair => $"p.{pair.To} = s.{pair.To}"))})"));
                }
            }
        }

        long all = 0, added;
        do
        {
            added = 0;
            foreach (var (parent, which) in keys)
            {
                added += await CopyAsync(parent, which, cancellationToken);
            }

            all += added;
        }
        while (added > 0);
        return all;
    }

    private async Task<long> CopyAsync(string table, string which, CancellationToken cancellationToken)
    {
        var columns = await source.QueryAsync($"SELECT name FROM pragma_table_xinfo({Literal(table)}) WHERE hidden = 0 ORDER BY cid", [], cancellationToken);
        var list = string.Join(", ", columns.Select(column => Quote(column.Text("name")!)));
        return await copy.ExecuteAsync($"INSERT INTO main.{Quote(table)} ({list}) SELECT {list} FROM cairn_source.{Quote(table)} {which}", [], cancellationToken);
    }

    private Task<int> DoAsync(string sql, CancellationToken cancellationToken) => copy.ExecuteAsync(sql, [], cancellationToken);

    private string Quote(string name) => copy.Client.Dialect.Quote(name);

    private static string Literal(string text) => "'" + text.Replace("'", "''", StringComparison.Ordinal) + "'";

    private static bool IsVirtual(CatalogueRow found) =>
        found.Text("type") == "table" && found.Text("sql")!.StartsWith("CREATE VIRTUAL", StringComparison.OrdinalIgnoreCase);
}
