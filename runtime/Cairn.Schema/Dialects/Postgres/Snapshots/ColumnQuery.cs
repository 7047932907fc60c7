using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>The columns of tables and the attributes of composite types, in their order.</summary>
internal static class ColumnQuery
{
    public static PostgresTopic Topic(int server) => new(
        $"""
        {Own}
        SELECT c.oid::bigint AS parent, 'Column' AS kind, a.attname::text AS name, format_type(a.atttypid, a.atttypmod) AS type,
          CASE WHEN a.attnotnull THEN 'no' ELSE 'yes' END AS nullable,
          CASE WHEN a.attgenerated = '' THEN pg_get_expr(d.adbin, d.adrelid) END AS "default",
          CASE a.attidentity WHEN 'a' THEN 'always' WHEN 'd' THEN 'by default' END AS identity,
          {SequenceQuery.Facts("s", "identity ")},
          CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS generated,
          CASE a.attgenerated WHEN 's' THEN 'stored' WHEN 'v' THEN 'virtual' END AS "generated as",
          CASE WHEN a.attcollation <> t.typcollation THEN (SELECT COALESCE(ln.prefix, '') || l.collname FROM pg_collation l LEFT JOIN own ln ON ln.oid = l.collnamespace WHERE l.oid = a.attcollation) END AS collation,
          CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage WHEN 'p' THEN 'plain' WHEN 'e' THEN 'external' WHEN 'm' THEN 'main' ELSE 'extended' END END AS storage,
          {Since(14, server, "CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END")} AS compression,
          CASE WHEN COALESCE(a.attstattarget, -1) >= 0 THEN a.attstattarget::text END AS statistics,
          {Sorted("a.attoptions")} AS options, {Sorted("a.attfdwoptions")} AS "foreign options",
          CASE WHEN a.attinhcount > 0 THEN CASE WHEN a.attislocal THEN 'and its own' ELSE 'yes' END END AS inherited,
          {Since(18, server, "CASE WHEN NOT nn.convalidated THEN 'not valid' WHEN nn.connoinherit THEN 'no inherit' END")} AS "not null",
          col_description(c.oid, a.attnum) AS comment,
          {Grants("a.attacl", 'c', "c.relowner", "'TABLE ' || n.quoted || quote_ident(c.relname)", "' (' || quote_ident(a.attname) || ')'")} AS grants
        FROM pg_attribute a
        JOIN pg_class c ON c.oid = a.attrelid
        JOIN own n ON n.oid = c.relnamespace
        JOIN pg_type t ON t.oid = a.atttypid
        LEFT JOIN pg_attrdef d ON d.adrelid = a.attrelid AND d.adnum = a.attnum
        LEFT JOIN (SELECT y.refobjid, y.refobjsubid, q.* FROM pg_depend y JOIN pg_sequence q ON q.seqrelid = y.objid
          WHERE y.deptype = 'i' AND y.classid = 'pg_class'::regclass AND y.refclassid = 'pg_class'::regclass) s ON s.refobjid = a.attrelid AND s.refobjsubid = a.attnum
        LEFT JOIN pg_constraint nn ON nn.conrelid = a.attrelid AND nn.contype = 'n' AND nn.conkey[1] = a.attnum AND (NOT nn.convalidated OR nn.connoinherit)
        WHERE a.attnum > 0 AND NOT a.attisdropped AND c.relkind IN ('r', 'p', 'f', 'c')
        ORDER BY c.oid, a.attnum
        """,
        [
            "type", "nullable", "default", "identity", .. SequenceQuery.Names.Select(name => "identity " + name), "generated", "generated as", "collation", "storage", "compression", "statistics",
            "options[]", "foreign options[]", "inherited", "not null", "comment", "grants[]",
        ]);
}
