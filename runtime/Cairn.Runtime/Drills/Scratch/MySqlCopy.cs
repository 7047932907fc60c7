using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Reports;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>
/// Copies a database of MySQL or MariaDB within its server: everything by its own SHOW CREATE, rows by INSERT … SELECT, which reads without locking
/// at READ COMMITTED. Foreign keys are not checked meanwhile, so the order of tables does not matter.
/// </summary>
internal sealed class MySqlCopy(RunConnection source, RunConnection copy, ScratchRequest request)
{
    private readonly string from = source.Target.Database;
    private readonly string to = copy.Target.Database;

    public async Task<long> RunAsync(CancellationToken cancellationToken)
    {
        await copy.ExecuteAsync(
            "SET SESSION foreign_key_checks = 0, unique_checks = 0, sql_mode = 'NO_AUTO_VALUE_ON_ZERO', character_set_client = 'utf8mb4'; SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED", [], cancellationToken);
        await source.ExecuteAsync("SET SESSION sql_mode = ''", [], cancellationToken);
        var tables = await source.QueryAsync(
            "SELECT table_name AS name, table_type AS kind, coalesce(table_rows, 0) AS estimate, coalesce(data_length, 0) AS size FROM information_schema.tables "
            + "WHERE table_schema = DATABASE() ORDER BY table_name", [], cancellationToken);
        var plain = tables.Where(table => table.Text("kind") is not ("VIEW" or "SEQUENCE" or "SYSTEM VIEW")).ToList();
        Tell(plain);
        foreach (var sequence in tables.Where(table => table.Text("kind") == "SEQUENCE").Select(table => table.Text("name")!))
        {
            await MakeAsync($"SHOW CREATE SEQUENCE {Quote(sequence)}", "Create Table", sequence, cancellationToken);
            var next = (await source.QueryAsync($"SELECT next_not_cached_value AS next FROM {Quote(sequence)}", [], cancellationToken))[0].Number("next");
            await copy.QueryAsync($"SELECT SETVAL({Quote(sequence)}, {next}, 0) AS next", [], cancellationToken);
        }

        foreach (var table in plain.Select(table => table.Text("name")!))
        {
            await MakeAsync($"SHOW CREATE TABLE {Quote(table)}", "Create Table", table, cancellationToken);
        }

        var rows = await RowsAsync(plain, cancellationToken);
        await ProgramsAsync(tables, cancellationToken);
        return rows;
    }

    /// <summary>What has a text of its own, after the rows: no trigger fires for them.</summary>
    private async Task ProgramsAsync(IReadOnlyList<CatalogueRow> tables, CancellationToken cancellationToken)
    {
        var routines = await source.QueryAsync(
            "SELECT routine_name AS name, routine_type AS kind FROM information_schema.routines WHERE routine_schema = DATABASE() AND routine_type IN ('FUNCTION', 'PROCEDURE')", [], cancellationToken);
        foreach (var routine in routines)
        {
            var kind = routine.Text("kind")!;
            await MakeAsync($"SHOW CREATE {kind} {Quote(routine.Text("name")!)}", kind == "FUNCTION" ? "Create Function" : "Create Procedure", routine.Text("name")!, cancellationToken);
        }

        // A view may read another one.
        var views = new Queue<string>(tables.Where(table => table.Text("kind") == "VIEW").Select(table => table.Text("name")!));
        for (var failures = 0; views.TryDequeue(out var view);)
        {
            try
            {
                await MakeAsync($"SHOW CREATE VIEW {Quote(view)}", "Create View", view, cancellationToken);
                failures = 0;
            }
            catch (System.Data.Common.DbException) when (failures < views.Count)
            {
                failures++;
                views.Enqueue(view);
            }
        }

        var triggers = await source.QueryAsync(
            "SELECT trigger_name AS name FROM information_schema.triggers WHERE trigger_schema = DATABASE() ORDER BY event_object_table, action_timing, event_manipulation, action_order", [], cancellationToken);
        foreach (var trigger in triggers.Select(row => row.Text("name")!))
        {
            await MakeAsync($"SHOW CREATE TRIGGER {Quote(trigger)}", "SQL Original Statement", trigger, cancellationToken);
        }

        var events = await source.QueryAsync("SELECT event_name AS name FROM information_schema.events WHERE event_schema = DATABASE()", [], cancellationToken);
        foreach (var name in events.Select(row => row.Text("name")!))
        {
            await MakeAsync($"SHOW CREATE EVENT {Quote(name)}", "Create Event", name, cancellationToken);
            await copy.ExecuteAsync($"ALTER EVENT {Quote(name)} DISABLE", [], cancellationToken);
            request.Observer.Warning($"The event {name} is disabled on the copy, so that it does not run there.");
        }
    }

    private async Task MakeAsync(string show, string column, string name, CancellationToken cancellationToken)
    {
        var row = (await source.QueryAsync(show, [], cancellationToken))[0];
        var text = row.Text(column) ?? throw ScratchErrors.NoRights(
            $"the text of {name} cannot be read.", $"GRANT SHOW_ROUTINE ON *.* (MySQL), or SELECT ON mysql.proc (MariaDB), to this account", inner: null);
        if (column is not "Create Table" and not "Create View")
        {
            await copy.ExecuteAsync("SET SESSION sql_mode = @p0", [row.Text("sql_mode") ?? ""], cancellationToken);
            if (MySqlTexts.HidesName(text, from))
            {
                request.Observer.Warning($"{name} has \"{from}\" in a text in quotes: run on the copy, it may reach the real database.");
            }
        }

        await copy.ExecuteAsync(MySqlTexts.Move(text, from, to), [], cancellationToken);
        if (column is not "Create Table" and not "Create View")
        {
            await copy.ExecuteAsync("SET SESSION sql_mode = 'NO_AUTO_VALUE_ON_ZERO'", [], cancellationToken);
        }
    }

    private async Task<long> RowsAsync(IReadOnlyList<CatalogueRow> tables, CancellationToken cancellationToken)
    {
        var (rows, estimate) = (0L, tables.Sum(table => table.Number("estimate")));
        foreach (var table in tables.Select(table => table.Text("name")!))
        {
            var whole = request.IsWhole(table);
            if (whole || request.Data == DrillData.Sample)
            {
                rows += await CopyAsync(table, whole ? "" : $"LIMIT {request.SampleRows}", cancellationToken);
                request.Observer.Progress("copying rows", rows, request.Data == DrillData.All ? Math.Max(rows, estimate) : null);
            }
        }

        return request.Data == DrillData.Sample ? rows + await ParentsAsync(cancellationToken) : rows;
    }

    private async Task<long> ParentsAsync(CancellationToken cancellationToken)
    {
        var columns = await source.QueryAsync(
            "SELECT constraint_name AS name, table_name AS child, column_name AS child_column, referenced_table_name AS parent, referenced_column_name AS parent_column "
            + "FROM information_schema.key_column_usage WHERE table_schema = DATABASE() AND referenced_table_schema = DATABASE() ORDER BY table_name, constraint_name, ordinal_position", [], cancellationToken);
        var keys = columns.GroupBy(column => (Child: column.Text("child")!, Name: column.Text("name")!, Parent: column.Text("parent")!)).Where(key => !request.IsWhole(key.Key.Parent)).ToList();
        long all = 0, added;
        do
        {
            added = 0;
            foreach (var key in keys)
            {
                var pairs = key.Select(column => (From: Quote(column.Text("child_column")!), To: Quote(column.Text("parent_column")!))).ToList();
                added += await CopyAsync(
                    key.Key.Parent,
                    $"s WHERE EXISTS (SELECT 1 FROM {Quote(key.Key.Child)} c WHERE {string.Join(" AND ", pairs.Select(pair => $"c.{pair.From} = s.{pair.To}"))}) "
                    + $"AND NOT EXISTS (SELECT 1 FROM {Quote(key.Key.Parent)} p WHERE {string.Join(" AND ", pairs.Select(pair => $"p.{pair.To} = s.{pair.To}"))})",
                    cancellationToken);
            }

            all += added;
        }
        while (added > 0);
        return all;
    }

    private async Task<long> CopyAsync(string table, string which, CancellationToken cancellationToken)
    {
        var columns = await source.QueryAsync(
            "SELECT column_name AS name FROM information_schema.columns WHERE table_schema = DATABASE() AND table_name = @p0 AND coalesce(generation_expression, '') = '' ORDER BY ordinal_position",
            [table], cancellationToken);
        var list = string.Join(", ", columns.Select(column => Quote(column.Text("name")!)));
        return await copy.ExecuteAsync($"INSERT INTO {Quote(table)} ({list}) SELECT {list} FROM {Quote(from)}.{Quote(table)} {which}", [], cancellationToken);
    }

    private void Tell(IReadOnlyList<CatalogueRow> tables) => request.Observer.Note(
        $"copying {Sizes.Count(tables.Count, "table")}, about {Sizes.Count(tables.Sum(table => table.Number("estimate")), "row")} and {Sizes.Bytes(tables.Sum(table => table.Number("size")))} "
        + $"({request.Data.ToString().ToLowerInvariant()} rows) to {to}");

    private string Quote(string name) => copy.Client.Dialect.Quote(name);
}
