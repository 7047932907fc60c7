using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Types that have no columns: enums, domains and ranges.</summary>
internal static class TypeQueries
{
    private const string Collation = "CASE WHEN {0} <> b.typcollation THEN (SELECT {1} FROM pg_collation l JOIN pg_namespace ln ON ln.oid = l.collnamespace WHERE l.oid = {0}) END";

    private const string From = "FROM pg_type t JOIN own n ON n.oid = t.typnamespace";

    private static readonly string Rights = Grants("t.typacl", 'T', "t.typowner", "'TYPE ' || n.quoted || quote_ident(t.typname)");

    private static readonly string Labels = List("e.enumlabel", "pg_enum e WHERE e.enumtypid = t.oid", "e.enumsortorder");

    private static readonly string Checks = "pg_constraint k WHERE k.contypid = t.oid AND k.contype = 'c'";

    public static PostgresTopic Enums { get; } = new(
        $"""
        {Own}
        SELECT 'Enum' AS kind, n.prefix || t.typname AS name, COALESCE({Labels}, '[]') AS values, {Comment("t.oid", "pg_type")} AS comment, {Rights} AS grants,
          'CREATE TYPE ' || n.quoted || quote_ident(t.typname) || ' AS ENUM ('
            || COALESCE((SELECT string_agg(quote_literal(e.enumlabel), ', ' ORDER BY e.enumsortorder) FROM pg_enum e WHERE e.enumtypid = t.oid), '') || ')' AS definition
        {From}
        WHERE t.typtype = 'e' AND {NotOfExtension("pg_type", "t.oid")}
        """,
        ["values[]", "comment", "grants[]", "definition"]);

    public static PostgresTopic Domains { get; } = new(
        $"""
        {Own}
        SELECT 'Domain' AS kind, n.prefix || t.typname AS name, format_type(t.typbasetype, t.typtypmod) AS type, CASE WHEN t.typnotnull THEN 'no' END AS nullable,
          {Default} AS "default", {Of("t.typcollation", "l.collname::text")} AS collation,
          {List("k.conname || ' ' || pg_get_constraintdef(k.oid)", Checks, "k.conname")} AS checks,
          {List($"k.conname || ': ' || {Comment("k.oid", "pg_constraint")}", Checks + $" AND {Comment("k.oid", "pg_constraint")} IS NOT NULL", "k.conname")} AS "check comments",
          {Comment("t.oid", "pg_type")} AS comment, {Rights} AS grants,
          'CREATE DOMAIN ' || n.quoted || quote_ident(t.typname) || ' AS ' || format_type(t.typbasetype, t.typtypmod)
            || COALESCE(' COLLATE ' || {Of("t.typcollation", "quote_ident(ln.nspname) || '.' || quote_ident(l.collname)")}, '') || COALESCE(' DEFAULT ' || {Default}, '')
            || CASE WHEN t.typnotnull THEN ' NOT NULL' ELSE '' END
            || COALESCE((SELECT string_agg(' CONSTRAINT ' || quote_ident(k.conname) || ' CHECK (' || pg_get_expr(k.conbin, 0) || ')', '' ORDER BY k.conname) FROM {Checks}), '') AS definition
        {From} JOIN pg_type b ON b.oid = t.typbasetype
        WHERE t.typtype = 'd' AND {NotOfExtension("pg_type", "t.oid")}
        """,
        ["type", "nullable", "default", "collation", "checks[]", "check comments[]", "comment", "grants[]", "definition"]);

    /// <summary>There is no kind of its own for ranges; like composite types they are types that somebody made of others.</summary>
    public static PostgresTopic Ranges(int server) => new(
        $"""
        {Own}
        SELECT 'CompositeType' AS kind, n.prefix || t.typname AS name, format_type(r.rngsubtype, NULL) AS "range of", {Comment("t.oid", "pg_type")} AS comment, {Rights} AS grants,
          'CREATE TYPE ' || n.quoted || quote_ident(t.typname) || ' AS RANGE (SUBTYPE = ' || format_type(r.rngsubtype, NULL)
            || (SELECT ', SUBTYPE_OPCLASS = ' || quote_ident(cn.nspname) || '.' || quote_ident(oc.opcname) FROM pg_opclass oc JOIN pg_namespace cn ON cn.oid = oc.opcnamespace WHERE oc.oid = r.rngsubopc)
            || COALESCE(', COLLATION = ' || {Of("r.rngcollation", "quote_ident(ln.nspname) || '.' || quote_ident(l.collname)")}, '')
            || CASE WHEN r.rngsubdiff::oid <> 0 THEN ', SUBTYPE_DIFF = ' || r.rngsubdiff::regproc ELSE '' END
            || COALESCE(', MULTIRANGE_TYPE_NAME = ' || {Since(14, server, "(SELECT mn.quoted || quote_ident(m.typname) FROM pg_type m JOIN own mn ON mn.oid = m.typnamespace WHERE m.oid = r.rngmultitypid)")}, '')
            || ')' AS definition
        {From} JOIN pg_range r ON r.rngtypid = t.oid JOIN pg_type b ON b.oid = r.rngsubtype
        WHERE t.typtype = 'r' AND {NotOfExtension("pg_type", "t.oid")}
        """,
        ["range of", "comment", "grants[]", "definition"]);

    private const string Default = "COALESCE(pg_get_expr(t.typdefaultbin, 0), quote_literal(t.typdefault))";

    private static string Of(string collation, string name) => Collation.Replace("{0}", collation, StringComparison.Ordinal).Replace("{1}", name, StringComparison.Ordinal);
}
