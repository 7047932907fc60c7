using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Functions, procedures and aggregates.</summary>
internal static class RoutineQueries
{
    private const string Signature = "quote_ident(p.proname) || '(' || pg_get_function_identity_arguments(p.oid) || ')'";

    private static readonly string Head = $"""
        n.prefix || p.proname || '(' || oidvectortypes(p.proargtypes) || ')' AS name, 'Routine' AS kind, {Comment("p.oid", "pg_proc")} AS comment,
        {Grants("p.proacl", 'f', "p.proowner", $"'ROUTINE ' || n.quoted || {Signature}")} AS grants
        """;

    public static PostgresTopic Functions { get; } = new(
        $"""
        {Own}
        SELECT {Head}, CASE p.prokind WHEN 'p' THEN 'procedure' WHEN 'w' THEN 'window function' END AS routine, l.lanname::text AS language,
          CASE WHEN p.prokind <> 'p' THEN pg_get_function_result(p.oid) END AS returns,
          CASE WHEN p.prokind <> 'p' THEN CASE p.provolatile WHEN 'i' THEN 'immutable' WHEN 's' THEN 'stable' END END AS volatility,
          CASE WHEN p.prosecdef THEN 'definer' END AS security,
          {Unqualified("pg_get_functiondef(p.oid)", "'CREATE OR REPLACE ' || CASE p.prokind WHEN 'p' THEN 'PROCEDURE ' ELSE 'FUNCTION ' END")} AS definition
        FROM pg_proc p JOIN own n ON n.oid = p.pronamespace JOIN pg_language l ON l.oid = p.prolang
        WHERE p.prokind <> 'a' AND {NotOfExtension("pg_proc", "p.oid")} AND {NotOfRange}
        """,
        ["routine", "language", "returns", "volatility", "security", "comment", "grants[]", "definition"]);

    public static PostgresTopic Aggregates { get; } = new(
        $"""
        {Own}
        SELECT {Head}, 'aggregate' AS routine, format_type(p.prorettype, NULL) AS returns,
          'CREATE AGGREGATE ' || n.quoted || quote_ident(p.proname) || '(' || CASE WHEN p.pronargs = 0 THEN '*' ELSE pg_get_function_arguments(p.oid) END || E') (\n  SFUNC = ' || a.aggtransfn::regproc
            || ', STYPE = ' || format_type(a.aggtranstype, NULL) || CASE WHEN a.aggtransspace <> 0 THEN ', SSPACE = ' || a.aggtransspace ELSE '' END
            {Function("FINALFUNC", "a.aggfinalfn")} {Flag("FINALFUNC_EXTRA", "a.aggfinalextra")} {Modify("FINALFUNC_MODIFY", "a.aggfinalfn", "a.aggfinalmodify")}
            {Function("COMBINEFUNC", "a.aggcombinefn")} {Function("SERIALFUNC", "a.aggserialfn")} {Function("DESERIALFUNC", "a.aggdeserialfn")}
            || COALESCE(', INITCOND = ' || quote_literal(a.agginitval), '')
            {Function("MSFUNC", "a.aggmtransfn")} {Function("MINVFUNC", "a.aggminvtransfn")} || CASE WHEN a.aggmtranstype <> 0 THEN ', MSTYPE = ' || format_type(a.aggmtranstype, NULL) ELSE '' END
            || CASE WHEN a.aggmtransspace <> 0 THEN ', MSSPACE = ' || a.aggmtransspace ELSE '' END {Function("MFINALFUNC", "a.aggmfinalfn")} {Flag("MFINALFUNC_EXTRA", "a.aggmfinalextra")}
            {Modify("MFINALFUNC_MODIFY", "a.aggmfinalfn", "a.aggmfinalmodify")} || COALESCE(', MINITCOND = ' || quote_literal(a.aggminitval), '')
            || COALESCE((SELECT ', SORTOP = OPERATOR(' || quote_ident(os.nspname) || '.' || o.oprname || ')' FROM pg_operator o JOIN pg_namespace os ON os.oid = o.oprnamespace WHERE o.oid = a.aggsortop), '')
            || CASE p.proparallel WHEN 's' THEN ', PARALLEL = SAFE' WHEN 'r' THEN ', PARALLEL = RESTRICTED' ELSE '' END {Flag("HYPOTHETICAL", "a.aggkind = 'h'")} || E'\n)' AS definition
        FROM pg_aggregate a JOIN pg_proc p ON p.oid = a.aggfnoid JOIN own n ON n.oid = p.pronamespace
        WHERE {NotOfExtension("pg_proc", "p.oid")}
        """,
        ["routine", "returns", "comment", "grants[]", "definition"]);

    /// <summary>The constructors of a range are the range's.</summary>
    private const string NotOfRange =
        "NOT EXISTS (SELECT 1 FROM pg_depend y WHERE y.classid = 'pg_proc'::regclass AND y.objid = p.oid AND y.deptype = 'i' AND y.refclassid = 'pg_type'::regclass)";

    private static string Function(string word, string function) => $"|| CASE WHEN {function}::oid <> 0 THEN ', {word} = ' || {function}::regproc ELSE '' END";

    private static string Flag(string word, string condition) => $"|| CASE WHEN {condition} THEN ', {word}' ELSE '' END";

    /// <summary>The usual is to read only, for an ordinary aggregate, and to write for one of an ordered set: said always, where there is a function.</summary>
    private static string Modify(string word, string function, string letter) =>
        $"|| CASE WHEN {function}::oid <> 0 THEN ', {word} = ' || CASE {letter} WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' ELSE 'READ_WRITE' END ELSE '' END";
}
