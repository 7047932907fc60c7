using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>The indexes of tables and materialized views that are not the work of a constraint.</summary>
internal static class IndexQuery
{
    /// <summary>One row for each key of an index; its text is the column's name, or the expression in one pair of parentheses.</summary>
    private const string Keys = """
        (SELECT u.place, COALESCE(a.attname::text, CASE WHEN e.text LIKE '(%' THEN e.text ELSE '(' || e.text || ')' END) AS text, (i.indoption[u.place - 1] & 1) = 1 AS descending,
          (i.indoption[u.place - 1] & 2) = 2 AS nulls_first, i.indclass[u.place - 1] AS operator_class, i.indcollation[u.place - 1] AS collation, kt.typcollation AS type_collation
        FROM unnest(i.indkey::smallint[]) WITH ORDINALITY u(number, place)
        LEFT JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number AND u.number > 0
        LEFT JOIN pg_attribute ka ON ka.attrelid = i.indexrelid AND ka.attnum = u.place
        LEFT JOIN pg_type kt ON kt.oid = ka.atttypid
        CROSS JOIN LATERAL (SELECT CASE WHEN u.number = 0 THEN pg_get_indexdef(i.indexrelid, u.place::integer, true) END AS text) e
        WHERE u.place <= i.indnkeyatts) y
        """;

    public static PostgresTopic Topic(int server) => new(
        $"""
        {Own}
        SELECT c.oid::bigint AS parent, 'Index' AS kind, xn.prefix || x.relname AS name,
          {List("y.text || CASE WHEN y.descending THEN ' desc' ELSE '' END", Keys, "y.place")} AS columns,
          CASE WHEN i.indisunique THEN 'yes' END AS "unique",
          CASE WHEN m.amname <> 'btree' THEN m.amname::text END AS method,
          CASE WHEN i.indnatts > i.indnkeyatts THEN {Columns("(i.indkey::smallint[])[i.indnkeyatts:]", "i.indrelid")} END AS include,
          pg_get_expr(i.indpred, i.indrelid) AS "where",
          CASE WHEN m.amname = 'btree' AND (SELECT bool_or(((o.value & 1) = 1) <> ((o.value & 2) = 2)) FROM unnest(i.indoption::smallint[]) o(value)) THEN {List(
              "y.text || CASE WHEN y.nulls_first THEN ' nulls first' ELSE ' nulls last' END", Keys + " WHERE y.descending <> y.nulls_first", "y.place")} END AS "nulls order",
          {FlagSince(15, server, "i.indnullsnotdistinct", "not distinct")} AS nulls,
          CASE WHEN EXISTS (SELECT 1 FROM unnest(i.indclass::oid[]) o(value) JOIN pg_opclass oc ON oc.oid = o.value WHERE NOT oc.opcdefault) THEN {List(
              "y.text || ' ' || oc.opcname", Keys + " JOIN pg_opclass oc ON oc.oid = y.operator_class AND NOT oc.opcdefault", "y.place")} END AS "operator classes",
          CASE WHEN EXISTS (SELECT 1 FROM unnest(i.indcollation::oid[]) o(value) WHERE o.value <> 0) THEN {List(
              "y.text || ' ' || l.collname",
              Keys + " JOIN pg_collation l ON l.oid = y.collation LEFT JOIN pg_attribute ta ON ta.attrelid = i.indrelid AND ta.attname = y.text WHERE y.collation <> COALESCE(ta.attcollation, y.type_collation)",
              "y.place")} END AS collations,
          {Sorted("x.reloptions")} AS options, b.spcname::text AS tablespace, CASE WHEN i.indisclustered THEN 'yes' END AS clustered,
          CASE WHEN NOT i.indisvalid THEN 'no' END AS valid,
          (SELECT COALESCE(pn.prefix, '') || pc.relname FROM pg_inherits h JOIN pg_class pc ON pc.oid = h.inhparent LEFT JOIN own pn ON pn.oid = pc.relnamespace WHERE h.inhrelid = x.oid) AS "partition of",
          {Comment("x.oid", "pg_class")} AS comment,
          pg_get_indexdef(x.oid, 0, true) AS definition
        FROM pg_index i
        JOIN pg_class x ON x.oid = i.indexrelid
        JOIN pg_class c ON c.oid = i.indrelid
        JOIN own n ON n.oid = c.relnamespace
        JOIN own xn ON xn.oid = x.relnamespace
        JOIN pg_am m ON m.oid = x.relam
        LEFT JOIN pg_tablespace b ON b.oid = x.reltablespace
        WHERE NOT EXISTS (SELECT 1 FROM pg_constraint k WHERE k.conindid = i.indexrelid AND k.contype IN ('p', 'u', 'x'))
        """,
        [
            "columns[]", "unique", "method", "include[]", "where", "nulls order[]", "nulls", "operator classes[]", "collations[]", "options[]", "tablespace", "clustered", "valid", "partition of",
            "comment", "definition",
        ]);
}
