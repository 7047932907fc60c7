namespace Cairn.Schema.Dialects.Postgres;

/// <summary>The catalogue queries. A schema that is null means the connection's own.</summary>
internal static class PostgresQueries
{
    public const string Table = """
        SELECT c.oid::bigint AS oid, c.relkind IN ('v', 'm') AS is_view, obj_description(c.oid, 'pg_class') AS comment,
          CASE WHEN c.relkind IN ('v', 'm') THEN pg_get_viewdef(c.oid) END AS definition
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE c.relname = CAST(@p0 AS text) AND n.nspname = COALESCE(CAST(@p1 AS text), current_schema()::text) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
        """;

    public const string Tables = """
        SELECT c.relname::text AS name, c.relkind IN ('v', 'm') AS is_view
        FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
        WHERE n.nspname = COALESCE(CAST(@p0 AS text), current_schema()::text) AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
          AND NOT EXISTS (SELECT 1 FROM pg_depend d WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
        ORDER BY c.relname
        """;

    public const string Columns = """
        SELECT a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type, a.attnotnull AS not_null,
          pg_get_expr(d.adbin, d.adrelid) AS expression, a.attidentity::text AS identity, a.attgenerated::text AS generated,
          CASE WHEN a.attcollation <> t.typcollation THEN l.collname::text END AS collation, col_description(a.attrelid, a.attnum) AS comment
        FROM pg_attribute a
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN pg_collation l ON l.oid = a.attcollation
        WHERE a.attrelid = CAST(@p0 AS oid) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attnum
        """;

    public const string Constraints = """
        SELECT k.conname::text AS name, k.contype::text AS kind, pg_get_expr(k.conbin, k.conrelid) AS expression,
          (SELECT json_agg(a.attname ORDER BY u.place)::text FROM unnest(k.conkey) WITH ORDINALITY u(number, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number) AS columns,
          (SELECT json_agg(a.attname ORDER BY u.place)::text FROM unnest(k.confkey) WITH ORDINALITY u(number, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number) AS target_columns,
          f.relname::text AS target, n.nspname::text AS target_schema, n.nspname = current_schema() AS target_is_current,
          k.confdeltype::text AS on_delete, k.confupdtype::text AS on_update, k.condeferrable AS deferrable, k.condeferred AS deferred
        FROM pg_constraint k
        LEFT JOIN pg_class f ON f.oid = k.confrelid
        LEFT JOIN pg_namespace n ON n.oid = f.relnamespace
        WHERE k.conrelid = CAST(@p0 AS oid) AND k.contype IN ('p', 'u', 'c', 'f')
        ORDER BY k.conname
        """;

    public const string Indexes = """
        SELECT c.relname::text AS name, i.indisunique AS is_unique, i.indisvalid AS is_valid, pg_get_expr(i.indpred, i.indrelid) AS condition,
          pg_get_indexdef(i.indexrelid) AS definition,
          (SELECT json_agg(json_build_object('column', a.attname, 'text', pg_get_indexdef(i.indexrelid, u.place::integer, true),
              'descending', (i.indoption[u.place - 1] & 1) = 1) ORDER BY u.place)::text
            FROM unnest(i.indkey::smallint[]) WITH ORDINALITY u(number, place)
            LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number AND u.number > 0
            WHERE u.place <= i.indnkeyatts) AS keys
        FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
        WHERE i.indrelid = CAST(@p0 AS oid) AND NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        ORDER BY c.relname
        """;

    public const string Triggers = """
        SELECT t.tgname::text AS name, pg_get_triggerdef(t.oid) AS definition
        FROM pg_trigger t WHERE t.tgrelid = CAST(@p0 AS oid) AND NOT t.tgisinternal
        ORDER BY t.tgname
        """;
}
