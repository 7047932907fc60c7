using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Databases;

/// <summary>All of a database that must be the same after a fault as without one, as lines.</summary>
internal static class Digest
{
    public static async Task<IReadOnlyList<string>> OfAsync(TestDatabase database)
    {
        var lines = new List<string>((await database.StateAsync()).Split('\n'));
        foreach (var query in Objects(database.Engine))
        {
            lines.AddRange((await database.RowsAsync(query)).Select(row => $"object {row}"));
        }

        var tables = await database.TablesAsync();
        lines.AddRange(tables.Select(table => $"table {table}"));
        if (tables.Contains("cairn_migrations", StringComparer.Ordinal))
        {
            lines.AddRange((await database.RowsAsync("select version, name from cairn_migrations order by version")).Select(row => $"applied {row}"));
        }

        if (tables.Contains("cairn_history", StringComparer.Ordinal))
        {
            // A failure may be logged more than once; what was done, once only.
            var log = await database.RowsAsync("select version, direction, outcome from cairn_history where outcome <> 'failed'");
            lines.AddRange(log.Order(StringComparer.Ordinal).Select(row => $"log {row}"));
        }

        // On MySQL and MariaDB the lock is the session's; what is in the table is a note about its holder, which nobody believes when that session is gone.
        var isNote = database.Engine is EngineNames.MariaDb or EngineNames.MySql;
        foreach (var table in tables.Where(table =>
            table.StartsWith("cairn_", StringComparison.Ordinal) && table is not ("cairn_history" or "cairn_migrations") && !(isNote && table == "cairn_lock")))
        {
            // The journal of what is done, and a lock that is free, leave nothing.
            lines.Add($"rows of {table}: {await database.ScalarAsync($"select count(*) from {database.Quote(table)}")}");
        }

        // Views have the database's name in their text on MySQL and MariaDB.
        var name = new Uri(database.Url).AbsolutePath.Trim('/');
        return [.. lines.Select(line => line.Replace(name, "<database>", StringComparison.Ordinal))];
    }

    /// <summary>The versions that ran more than once, by the rows that they left.</summary>
    public static async Task<IReadOnlyList<string>> TwiceAsync(TestDatabase database) =>
        (await database.TablesAsync()).Contains("runs", StringComparer.Ordinal)
            ? await database.RowsAsync("select version from runs group by version having count(*) > 1")
            : [];

    /// <summary>What <see cref="TestDatabase.StateAsync"/> leaves out: names, helpers that should be gone, what is not valid.</summary>
    private static string[] Objects(string engine) => engine switch
    {
        EngineNames.Sqlite => ["select type, name, tbl_name, coalesce(sql, '') from sqlite_master where name not like 'sqlite_autoindex_%' order by 1, 2"],
        EngineNames.Postgres =>
        [
            """
            select n.nspname, c.relkind, c.relname, coalesce(i.indisvalid, true), coalesce(i.indisready, true)
            from pg_class c join pg_namespace n on n.oid = c.relnamespace left join pg_index i on i.indexrelid = c.oid
            where n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg\_temp%' and n.nspname not like 'pg\_toast%' order by 1, 2, 3
            """,
            "select p.proname, pg_get_functiondef(p.oid) from pg_proc p join pg_namespace n on n.oid = p.pronamespace where n.nspname = 'public' order by 1",
            "select t.typname, e.enumlabel from pg_enum e join pg_type t on t.oid = e.enumtypid order by 1, e.enumsortorder",
            "select nspname from pg_namespace where nspname not like 'pg\\_%' order by 1",
            "select conrelid::regclass::text, conname, convalidated from pg_constraint where connamespace = 'public'::regnamespace and contype <> 'n' order by 1, 2",
        ],
        _ =>
        [
            "select table_name, index_name, non_unique, group_concat(coalesce(column_name, '') order by seq_in_index) from information_schema.statistics where table_schema = database() group by 1, 2, 3 order by 1, 2",
            "select table_name, view_definition from information_schema.views where table_schema = database() order by 1",
            "select trigger_name, event_object_table, action_statement from information_schema.triggers where trigger_schema = database() order by 1",
            "select table_name, constraint_name, constraint_type from information_schema.table_constraints where table_schema = database() order by 1, 2",
        ],
    };
}
