using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Sequences that are not a column's identity, and the facts that those of identities have too. Never how far one has counted.</summary>
internal static class SequenceQuery
{
    public static IReadOnlyList<string> Names { get; } = ["start", "increment", "minimum", "maximum", "cache", "cycle"];

    public static PostgresTopic Topic { get; } = new(
        $"""
        {Own}
        SELECT o.refobjid::bigint AS owner, 'Sequence' AS kind, n.prefix || c.relname AS name,
          CASE WHEN s.seqtypid <> 'bigint'::regtype THEN format_type(s.seqtypid, NULL) END AS type,
          {Facts("s", "")},
          CASE c.relpersistence WHEN 'u' THEN 'unlogged' END AS persistence,
          tn.quoted || quote_ident(t.relname) || '.' || quote_ident(a.attname) AS "owned by",
          {Comment("c.oid", "pg_class")} AS comment,
          {Grants("c.relacl", 's', "c.relowner", "'SEQUENCE ' || n.quoted || quote_ident(c.relname)")} AS grants,
          'CREATE ' || CASE c.relpersistence WHEN 'u' THEN 'UNLOGGED ' ELSE '' END || 'SEQUENCE ' || n.quoted || quote_ident(c.relname) || ' AS ' || format_type(s.seqtypid, NULL) || ' INCREMENT ' || s.seqincrement || ' MINVALUE ' || s.seqmin || ' MAXVALUE ' || s.seqmax
            || ' START ' || s.seqstart || ' CACHE ' || s.seqcache || CASE WHEN s.seqcycle THEN ' CYCLE' ELSE '' END AS definition
        FROM pg_sequence s
        JOIN pg_class c ON c.oid = s.seqrelid
        JOIN own n ON n.oid = c.relnamespace
        LEFT JOIN pg_depend o ON o.classid = 'pg_class'::regclass AND o.objid = c.oid AND o.refclassid = 'pg_class'::regclass AND o.refobjsubid > 0 AND o.deptype IN ('a', 'i')
        LEFT JOIN pg_class t ON t.oid = o.refobjid
        LEFT JOIN own tn ON tn.oid = t.relnamespace
        LEFT JOIN pg_attribute a ON a.attrelid = o.refobjid AND a.attnum = o.refobjsubid
        WHERE o.deptype IS DISTINCT FROM 'i' AND {NotOfExtension("pg_class", "c.oid")}
        """,
        ["type", .. Names, "persistence", "owned by", "comment", "grants[]", "definition"]);

    /// <summary>What of a row of <c>pg_sequence</c> is not what CREATE SEQUENCE gives by itself.</summary>
    public static string Facts(string sequence, string prefix) => $"""
        CASE WHEN {sequence}.seqstart <> CASE WHEN {sequence}.seqincrement > 0 THEN {sequence}.seqmin ELSE {sequence}.seqmax END THEN {sequence}.seqstart::text END AS "{prefix}start",
        CASE WHEN {sequence}.seqincrement <> 1 THEN {sequence}.seqincrement::text END AS "{prefix}increment",
        CASE WHEN {sequence}.seqmin <> CASE WHEN {sequence}.seqincrement > 0 THEN 1
          ELSE CASE {sequence}.seqtypid WHEN 21 THEN -32768 WHEN 23 THEN -2147483648 ELSE -9223372036854775808 END END THEN {sequence}.seqmin::text END AS "{prefix}minimum",
        CASE WHEN {sequence}.seqmax <> CASE WHEN {sequence}.seqincrement < 0 THEN -1
          ELSE CASE {sequence}.seqtypid WHEN 21 THEN 32767 WHEN 23 THEN 2147483647 ELSE 9223372036854775807 END END THEN {sequence}.seqmax::text END AS "{prefix}maximum",
        CASE WHEN {sequence}.seqcache <> 1 THEN {sequence}.seqcache::text END AS "{prefix}cache",
        CASE WHEN {sequence}.seqcycle THEN 'yes' END AS "{prefix}cycle"
        """;
}
