using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Tables of all sorts, views, materialized views and composite types: what has columns.</summary>
internal static class RelationQuery
{
    private const string ColumnsOfView = "pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('v', 'm')";

    private static readonly string Options = $"""
        CASE WHEN c.relkind <> 'c' THEN {List("o.value", """
            (SELECT unnest(c.reloptions) UNION ALL SELECT 'toast.' || unnest(t.reloptions) FROM pg_class t WHERE t.oid = c.reltoastrelid) o(value)
            """, "o.value COLLATE \"C\"")} END
        """;

    private const string With = "COALESCE(' WITH (' || (SELECT string_agg(o.value, ', ' ORDER BY o.value COLLATE \"C\") FROM unnest(c.reloptions) o(value)) || ')', '')";

    public static PostgresTopic Topic { get; } = new(
        $"""
        {Own}
        SELECT c.oid::bigint AS oid, n.is_current, c.relname::text AS own_name, n.prefix || c.relname AS name,
          CASE c.relkind WHEN 'v' THEN 'View' WHEN 'm' THEN 'MaterializedView' WHEN 'c' THEN 'CompositeType' ELSE 'Table' END AS kind,
          {List("a.attname", ColumnsOfView, "a.attnum")} AS columns,
          {List("format_type(a.atttypid, a.atttypmod)", ColumnsOfView, "a.attnum")} AS types,
          {List("a.attname || ' ' || pg_get_expr(d.adbin, d.adrelid)", "pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum WHERE d.adrelid = c.oid AND c.relkind = 'v'", "a.attnum")} AS "column defaults",
          {List("a.attname || ': ' || col_description(c.oid, a.attnum)", ColumnsOfView + " AND col_description(c.oid, a.attnum) IS NOT NULL", "a.attnum")} AS "column comments",
          CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
          CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS "partition by",
          CASE WHEN c.relispartition THEN p.parents ->> 0 END AS "partition of",
          CASE WHEN c.relispartition THEN pg_get_expr(c.relpartbound, c.oid) END AS "partition bound",
          CASE WHEN NOT c.relispartition THEN p.parents::text END AS inherits,
          CASE WHEN c.reloftype <> 0 THEN format_type(c.reloftype, NULL) END AS "of type",
          (SELECT s.srvname::text FROM pg_foreign_table f JOIN pg_foreign_server s ON s.oid = f.ftserver WHERE f.ftrelid = c.oid) AS "foreign server",
          {List("o.value", "(SELECT unnest(f.ftoptions) FROM pg_foreign_table f WHERE f.ftrelid = c.oid) o(value)", "o.value COLLATE \"C\"")} AS "foreign options",
          {Options} AS options,
          CASE WHEN m.amname <> 'heap' THEN m.amname::text END AS "access method",
          b.spcname::text AS tablespace,
          CASE WHEN c.relrowsecurity AND c.relforcerowsecurity THEN 'forced' WHEN c.relrowsecurity THEN 'enabled' WHEN c.relforcerowsecurity THEN 'forced when enabled' END AS "row security",
          CASE WHEN c.relkind IN ('r', 'p') THEN CASE c.relreplident WHEN 'n' THEN 'nothing' WHEN 'f' THEN 'full'
            WHEN 'i' THEN COALESCE((SELECT 'index ' || x.relname FROM pg_index i JOIN pg_class x ON x.oid = i.indexrelid WHERE i.indrelid = c.oid AND i.indisreplident), 'lost index') END END AS "replica identity",
          CASE WHEN c.relkind = 'm' AND NOT c.relispopulated THEN 'no' END AS populated,
          CASE WHEN c.relkind = 'c' THEN {Comment("c.reltype", "pg_type")} ELSE {Comment("c.oid", "pg_class")} END AS comment,
          CASE WHEN c.relkind = 'c' THEN {Grants("y.typacl", 'T', "c.relowner", "'TYPE ' || n.quoted || quote_ident(c.relname)")}
            ELSE {Grants("c.relacl", 'r', "c.relowner", "'TABLE ' || n.quoted || quote_ident(c.relname)")} END AS grants,
          CASE c.relkind
            WHEN 'v' THEN 'CREATE VIEW ' || n.quoted || quote_ident(c.relname) || {With} || E' AS\n' || rtrim(pg_get_viewdef(c.oid), ';')
            WHEN 'm' THEN 'CREATE MATERIALIZED VIEW ' || n.quoted || quote_ident(c.relname) || CASE WHEN m.amname <> 'heap' THEN ' USING ' || quote_ident(m.amname) ELSE '' END
              || {With} || COALESCE(' TABLESPACE ' || quote_ident(b.spcname), '') || E' AS\n' || rtrim(pg_get_viewdef(c.oid), ';')
              || CASE WHEN c.relispopulated THEN '' ELSE E'\n WITH NO DATA' END
            WHEN 'c' THEN 'CREATE TYPE ' || n.quoted || quote_ident(c.relname) || ' AS (' || COALESCE((
              SELECT string_agg(quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attcollation <> at.typcollation THEN ' COLLATE ' || quote_ident(ln.nspname) || '.' || quote_ident(l.collname) ELSE '' END, ', ' ORDER BY a.attnum)
              FROM pg_attribute a JOIN pg_type at ON at.oid = a.atttypid LEFT JOIN pg_collation l ON l.oid = a.attcollation LEFT JOIN pg_namespace ln ON ln.oid = l.collnamespace
              WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped), '') || ')'
          END AS definition
        FROM pg_class c JOIN own n ON n.oid = c.relnamespace
        LEFT JOIN pg_am m ON m.oid = c.relam
        LEFT JOIN pg_tablespace b ON b.oid = c.reltablespace
        LEFT JOIN pg_type y ON y.oid = c.reltype AND c.relkind = 'c'
        LEFT JOIN (SELECT i.inhrelid, json_agg(COALESCE(pn.prefix, '') || pc.relname ORDER BY i.inhseqno) AS parents
          FROM pg_inherits i JOIN pg_class pc ON pc.oid = i.inhparent LEFT JOIN own pn ON pn.oid = pc.relnamespace WHERE pc.relkind IN ('r', 'p', 'f') GROUP BY i.inhrelid) p ON p.inhrelid = c.oid
        WHERE c.relkind IN ('r', 'p', 'f', 'v', 'm', 'c') AND {NotOfExtension("pg_class", "c.oid")}
          AND (c.relkind <> 'c' OR {NotOfExtension("pg_type", "c.reltype")})
        ORDER BY c.oid
        """,
        [
            "columns[]", "types[]", "column defaults[]", "column comments[]", "persistence", "partition by", "partition of", "partition bound", "inherits[]", "of type", "foreign server",
            "foreign options[]", "options[]", "access method", "tablespace", "row security", "replica identity", "populated", "comment", "grants[]", "definition",
        ]);
}
