using System.Reflection;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Reports;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>Copies rows from one PostgreSQL database to another by COPY, as bytes that nobody here reads.</summary>
internal sealed class PostgresRows(RunConnection source, RunConnection copy, ScratchRequest request)
{
    private const string Ours = "n.nspname <> 'information_schema' AND n.nspname NOT LIKE 'pg\\_%'";

    private const string Tables =
        $"""
        SELECT c.oid::bigint AS oid, c.oid::regclass::text AS name, relname, greatest(reltuples, 0)::bigint AS estimate,
            (SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute WHERE attrelid = c.oid AND attnum > 0 AND NOT attisdropped AND attgenerated = '') AS columns
        FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
        WHERE relkind = 'r' AND {Ours} AND NOT EXISTS (SELECT 1 FROM pg_depend x WHERE x.classid = 'pg_class'::regclass AND x.objid = c.oid AND x.deptype = 'e') ORDER BY 2
        """;

    private const string Keys =
        $"""
        SELECT k.oid::bigint AS oid, k.conrelid::regclass::text AS child, k.confrelid::regclass::text AS parent, r.relname AS parent_name, quote_ident(ca.attname) AS child_column,
            quote_ident(pa.attname) AS parent_column, format_type(pa.atttypid, pa.atttypmod) AS type
        FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace JOIN pg_class r ON r.oid = k.confrelid
        CROSS JOIN LATERAL unnest(conkey, confkey) WITH ORDINALITY u (c, p, place)
        JOIN pg_attribute ca ON ca.attrelid = conrelid AND ca.attnum = u.c JOIN pg_attribute pa ON pa.attrelid = confrelid AND pa.attnum = u.p
        WHERE contype = 'f' AND r.relkind = 'r' AND {Ours} ORDER BY k.oid, place
        """;

    private const string Sequences =
        $"SELECT c.oid::regclass::text AS name FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace WHERE relkind = 'S' AND {Ours}";

    public async Task<long> CopyAsync(CancellationToken cancellationToken)
    {
        var tables = await source.QueryAsync(Tables, [], cancellationToken);
        var (rows, estimate) = (0L, tables.Sum(table => table.Number("estimate")));
        foreach (var table in tables.Where(table => table.Text("columns") is not null && table.Text("relname") != ScratchMark.Table))
        {
            var whole = request.IsWhole(table.Text("relname")!);
            if (whole || request.Data == DrillData.Sample)
            {
                rows += await CopyAsync(table, whole ? "" : $"LIMIT {request.SampleRows}", cancellationToken);
                request.Observer.Progress("copying rows", rows, request.Data == DrillData.All ? Math.Max(rows, estimate) : null);
            }
        }

        if (request.Data == DrillData.Sample)
        {
            rows += await ParentsAsync(tables, cancellationToken);
        }

        foreach (var name in (await source.QueryAsync(Sequences, [], cancellationToken)).Select(row => row.Text("name")!))
        {
            var at = (await source.QueryAsync($"SELECT last_value, is_called FROM {name}", [], cancellationToken))[0];
            await copy.QueryAsync($"SELECT setval('{name.Replace("'", "''", StringComparison.Ordinal)}'::regclass, {at.Number("last_value")}, {(at.Flag("is_called") ? "true" : "false")})", [], cancellationToken);
        }

        return rows;
    }

    /// <summary>Rows that copied rows refer to, until every one is there. What is missing is asked of the copy, and fetched by its key.</summary>
    private async Task<long> ParentsAsync(IReadOnlyList<CatalogueRow> tables, CancellationToken cancellationToken)
    {
        var keys = (await source.QueryAsync(Keys, [], cancellationToken)).GroupBy(row => row.Number("oid")).Where(key => !request.IsWhole(key.First().Text("parent_name")!)).ToList();
        long all = 0, added;
        do
        {
            added = 0;
            foreach (var key in keys)
            {
                foreach (var missing in (await MissingAsync([.. key], cancellationToken)).Chunk(500))
                {
                    var parent = tables.First(table => table.Text("name") == key.First().Text("parent"));
                    var columns = string.Join(", ", key.Select(column => column.Text("parent_column")));
                    added += await CopyAsync(parent, $"WHERE ({columns}) IN ({string.Join(", ", missing)})", cancellationToken);
                }
            }

            all += added;
        }
        while (added > 0);
        return all;
    }

    private async Task<IReadOnlyList<string>> MissingAsync(IReadOnlyList<CatalogueRow> key, CancellationToken cancellationToken)
    {
        var values = key.Select(column => $"quote_literal(c.{column.Text("child_column")}) || '::{column.Text("type")!.Replace("'", "''", StringComparison.Ordinal)}'");
        var present = key.Select(column => $"c.{column.Text("child_column")} IS NOT NULL");
        var match = key.Select(column => $"p.{column.Text("parent_column")} = c.{column.Text("child_column")}");
        var rows = await copy.QueryAsync(
            $"SELECT DISTINCT '(' || {string.Join(" || ', ' || ", values)} || ')' AS value FROM {key[0].Text("child")} c WHERE {string.Join(" AND ", present)} "
            + $"AND NOT EXISTS (SELECT 1 FROM {key[0].Text("parent")} p WHERE {string.Join(" AND ", match)})", [], cancellationToken);
        return [.. rows.Select(row => row.Text("value")!)];
    }

    private async Task<long> CopyAsync(CatalogueRow table, string which, CancellationToken cancellationToken)
    {
        var (name, columns) = (table.Text("name")!, table.Text("columns")!);
        var before = await CountAsync(name, cancellationToken);
        await using (var reading = Open(source, $"COPY (SELECT {columns} FROM ONLY {name} {which}) TO STDOUT (FORMAT BINARY)"))
        {
            var writing = Open(copy, $"COPY {name} ({columns}) FROM STDIN (FORMAT BINARY)");
            try
            {
                await reading.CopyToAsync(writing, cancellationToken);
            }
            catch
            {
                // Ending it would keep the rows sent so far, and the copy is thrown away anyway.
                writing.GetType().GetMethod("Cancel", [])?.Invoke(writing, BindingFlags.DoNotWrapExceptions, binder: null, [], culture: null);
                throw;
            }

            await writing.DisposeAsync();
        }

        return await CountAsync(name, cancellationToken) - before;
    }

    private async Task<long> CountAsync(string table, CancellationToken cancellationToken) =>
        (await copy.QueryAsync($"SELECT count(*) AS rows FROM ONLY {table}", [], cancellationToken))[0].Number("rows");

    private static Stream Open(RunConnection connection, string sql)
    {
        var begin = connection.Inner.GetType().GetMethod("BeginRawBinaryCopy", [typeof(string)])
            ?? throw new CairnException(ErrorCodes.DriverBroken, "This version of Npgsql has no BeginRawBinaryCopy.") { Fix = "Use Npgsql 6 or newer." };
        return (Stream)begin.Invoke(connection.Inner, BindingFlags.DoNotWrapExceptions, binder: null, [sql], culture: null)!;
    }
}
