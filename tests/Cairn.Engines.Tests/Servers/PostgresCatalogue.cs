namespace Cairn.Engines.Tests.Servers;

/// <summary>What PostgreSQL's catalogues say about the structure, without names that the server makes.</summary>
internal static class PostgresCatalogue
{
    private const string Ours = "n.nspname = 'public' and c.relname not like 'cairn\\_%'";

    public const string Tables =
        $"select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where {Ours} and c.relkind in ('r', 'p') order by c.relname collate \"C\"";

    public static IReadOnlyList<string> Queries { get; } =
    [
        $"""
        select 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
          || case when a.attnotnull then ' not null' else '' end || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
        from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        left join pg_attrdef d on d.adrelid = a.attrelid and d.adnum = a.attnum
        where {Ours} and c.relkind in ('r', 'p', 'v', 'm') and a.attnum > 0 and not a.attisdropped order by 1
        """,
        $"""
        select 'constraint ' || c.relname || ' ' || pg_get_constraintdef(x.oid)
        from pg_constraint x join pg_class c on c.oid = x.conrelid join pg_namespace n on n.oid = c.relnamespace
        where {Ours} and x.contype <> 'n' order by 1
        """,
        $"""
        select 'index ' || pg_get_indexdef(i.indexrelid)
        from pg_index i join pg_class c on c.oid = i.indrelid join pg_namespace n on n.oid = c.relnamespace
        where {Ours} and not exists (select 1 from pg_constraint x where x.conindid = i.indexrelid) order by 1
        """,
        $"""
        select 'view ' || c.relname || ' ' || pg_get_viewdef(c.oid)
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where {Ours} and c.relkind in ('v', 'm') order by 1
        """,
        $"""
        select 'sequence ' || c.relname
        from pg_class c join pg_namespace n on n.oid = c.relnamespace where {Ours} and c.relkind = 'S' order by 1
        """,
        $"""
        select 'trigger ' || pg_get_triggerdef(t.oid)
        from pg_trigger t join pg_class c on c.oid = t.tgrelid join pg_namespace n on n.oid = c.relnamespace
        where {Ours} and not t.tgisinternal order by 1
        """,
    ];

    public static string ColumnsOf(string table) =>
        $"""
        select a.attname from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
        where n.nspname = 'public' and c.relname = '{table.Replace("'", "''", StringComparison.Ordinal)}' and a.attnum > 0 and not a.attisdropped
        order by a.attname collate "C"
        """;
}
