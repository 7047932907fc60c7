using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Triggers, policies, rules and statistics: what else belongs to a table or a view.</summary>
internal static class TableQueries
{
    private const string State = "CASE {0} WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS state";

    /// <summary>A partition's copies of its parent's triggers are the parent's, but for one that was switched off there alone.</summary>
    public static PostgresTopic Triggers { get; } = new(
        $"""
        SELECT t.tgrelid::bigint AS parent, 'Trigger' AS kind, t.tgname::text AS name, {State.Replace("{0}", "t.tgenabled", StringComparison.Ordinal)},
          CASE WHEN t.tgparentid <> 0 THEN 'yes' END AS inherited, {Comment("t.oid", "pg_trigger")} AS comment, pg_get_triggerdef(t.oid, true) AS definition
        FROM pg_trigger t LEFT JOIN pg_trigger p ON p.oid = t.tgparentid
        WHERE CASE WHEN p.oid IS NULL THEN NOT t.tgisinternal ELSE NOT p.tgisinternal AND p.tgenabled <> t.tgenabled END
        """,
        ["state", "inherited", "comment", "definition"]);

    public static PostgresTopic Policies { get; } = new(
        $"""
        {Own}
        SELECT p.polrelid::bigint AS parent, 'Policy' AS kind, p.polname::text AS name,
          CASE WHEN NOT p.polpermissive THEN 'no' END AS permissive, {Command} AS command,
          CASE WHEN p.polroles <> '{"{0}"}' THEN {List("r.name", Roles, "r.name")} END AS roles,
          pg_get_expr(p.polqual, p.polrelid) AS "using", pg_get_expr(p.polwithcheck, p.polrelid) AS "with check", {Comment("p.oid", "pg_policy")} AS comment,
          'CREATE POLICY ' || quote_ident(p.polname) || ' ON ' || n.quoted || quote_ident(c.relname) || CASE WHEN p.polpermissive THEN '' ELSE ' AS RESTRICTIVE' END
            || COALESCE(' FOR ' || upper({Command}), '') || ' TO ' || (SELECT string_agg(r.name, ', ' ORDER BY r.name) FROM {Roles})
            || COALESCE(' USING (' || pg_get_expr(p.polqual, p.polrelid) || ')', '') || COALESCE(' WITH CHECK (' || pg_get_expr(p.polwithcheck, p.polrelid) || ')', '') AS definition
        FROM pg_policy p JOIN pg_class c ON c.oid = p.polrelid JOIN own n ON n.oid = c.relnamespace
        """,
        ["permissive", "command", "roles[]", "using", "with check", "comment", "definition"]);

    public static PostgresTopic Rules { get; } = new(
        $"""
        SELECT r.ev_class::bigint AS parent, 'Rule' AS kind, r.rulename::text AS name, {State.Replace("{0}", "r.ev_enabled", StringComparison.Ordinal)},
          {Comment("r.oid", "pg_rewrite")} AS comment, rtrim(pg_get_ruledef(r.oid, true), ';') AS definition
        FROM pg_rewrite r WHERE r.rulename <> '_RETURN'
        """,
        ["state", "comment", "definition"]);

    public static PostgresTopic Statistics { get; } = new(
        $"""
        {Own}
        SELECT s.stxrelid::bigint AS parent, 'Statistics' AS kind, n.prefix || s.stxname AS name,
          CASE WHEN COALESCE(s.stxstattarget, -1) >= 0 THEN s.stxstattarget::text END AS target, {Comment("s.oid", "pg_statistic_ext")} AS comment,
          {Unqualified("pg_get_statisticsobjdef(s.oid)", "'CREATE STATISTICS '")} AS definition
        FROM pg_statistic_ext s JOIN own n ON n.oid = s.stxnamespace
        """,
        ["target", "comment", "definition"]);

    private const string Command = "CASE p.polcmd WHEN 'r' THEN 'select' WHEN 'a' THEN 'insert' WHEN 'w' THEN 'update' WHEN 'd' THEN 'delete' END";

    private const string Roles = "(SELECT CASE o.value WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(o.value)) END AS name FROM unnest(p.polroles) o(value)) r";
}
