using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Keys, checks and exclusions. PostgreSQL 18's constraints of NOT NULL are told as the column's.</summary>
internal static class ConstraintQuery
{
    public static PostgresTopic Topic(int server) => new(
        $"""
        {Own}
        SELECT c.oid::bigint AS parent, k.conname::text AS name,
          CASE k.contype WHEN 'p' THEN 'PrimaryKey' WHEN 'u' THEN 'Unique' WHEN 'c' THEN 'Check' WHEN 'f' THEN 'ForeignKey' ELSE 'Exclusion' END AS kind,
          CASE WHEN k.contype IN ('p', 'u', 'f') THEN {Columns("k.conkey", "k.conrelid")} END AS columns,
          CASE WHEN i.indnatts > i.indnkeyatts THEN {Columns("(i.indkey::smallint[])[i.indnkeyatts:]", "i.indrelid")} END AS include,
          COALESCE(fn.prefix, '') || f.relname AS "references",
          CASE WHEN k.contype = 'f' THEN {Columns("k.confkey", "k.confrelid")} END AS "referenced columns",
          {Action("k.confdeltype")} AS "on delete",
          {Since(15, server, $"CASE WHEN k.confdelsetcols IS NOT NULL THEN {Columns("k.confdelsetcols", "k.conrelid")} END")} AS "on delete columns",
          {Action("k.confupdtype")} AS "on update",
          CASE k.confmatchtype WHEN 'f' THEN 'full' WHEN 'p' THEN 'partial' END AS match,
          CASE WHEN k.condeferrable THEN CASE WHEN k.condeferred THEN 'initially deferred' ELSE 'initially immediate' END END AS deferrable,
          CASE WHEN k.contype = 'c' THEN pg_get_expr(k.conbin, k.conrelid) END AS expression,
          {FlagSince(15, server, "i.indnullsnotdistinct", "not distinct")} AS nulls,
          {FlagSince(18, server, "k.conperiod", "yes")} AS period,
          CASE WHEN NOT k.convalidated THEN 'no' END AS valid,
          {FlagSince(18, server, "NOT k.conenforced", "no")} AS enforced,
          CASE WHEN k.contype = 'c' AND k.connoinherit THEN 'no' END AS "inherited by children",
          CASE WHEN k.coninhcount > 0 THEN CASE WHEN k.conislocal THEN 'and its own' ELSE 'yes' END END AS inherited,
          {Sorted("x.reloptions")} AS options, b.spcname::text AS tablespace, CASE WHEN i.indisclustered THEN 'yes' END AS clustered,
          CASE WHEN NOT i.indisvalid AND c.relkind <> 'p' THEN 'no' END AS "index valid",
          CASE WHEN x.oid IS NOT NULL THEN {Comment("x.oid", "pg_class")} END AS "index comment",
          {Comment("k.oid", "pg_constraint")} AS comment,
          'ALTER TABLE ' || CASE WHEN c.relkind = 'p' OR k.connoinherit IS NOT TRUE THEN '' ELSE 'ONLY ' END || n.quoted || quote_ident(c.relname) || ' ADD CONSTRAINT ' || quote_ident(k.conname) || ' ' || pg_get_constraintdef(k.oid) AS definition
        FROM pg_constraint k
        JOIN pg_class c ON c.oid = k.conrelid
        JOIN own n ON n.oid = c.relnamespace
        LEFT JOIN pg_class f ON f.oid = k.confrelid
        LEFT JOIN own fn ON fn.oid = f.relnamespace
        LEFT JOIN pg_index i ON i.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
        LEFT JOIN pg_class x ON x.oid = i.indexrelid
        LEFT JOIN pg_tablespace b ON b.oid = x.reltablespace
        WHERE k.contype IN ('p', 'u', 'c', 'f', 'x')
          AND (k.contype <> 'f' OR k.conparentid = 0 OR k.confrelid = (SELECT up.confrelid FROM pg_constraint up WHERE up.oid = k.conparentid))
        """,
        [
            "columns[]", "include[]", "references", "referenced columns[]", "on delete", "on delete columns[]", "on update", "match", "deferrable", "expression", "nulls", "period", "valid",
            "enforced", "inherited by children", "inherited", "options[]", "tablespace", "clustered", "index valid", "index comment", "comment", "definition",
        ]);

    private static string Action(string letter) =>
        $"CASE WHEN k.contype = 'f' THEN CASE {letter} WHEN 'r' THEN 'restrict' WHEN 'c' THEN 'cascade' WHEN 'n' THEN 'set null' WHEN 'd' THEN 'set default' END END";
}
