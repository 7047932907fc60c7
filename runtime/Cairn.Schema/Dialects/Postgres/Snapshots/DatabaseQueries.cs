using static Cairn.Schema.Dialects.Postgres.Snapshots.PostgresFragments;

namespace Cairn.Schema.Dialects.Postgres.Snapshots;

/// <summary>Extensions, schemas and event triggers: what belongs to the database as a whole.</summary>
internal static class DatabaseQueries
{
    /// <summary>plpgsql as every new database has it is not told: an empty database has no objects.</summary>
    public static PostgresTopic Extensions { get; } = new(
        $"""
        SELECT 'Extension' AS kind, e.extname::text AS name, e.extversion AS version, CASE WHEN n.nspname IS DISTINCT FROM current_schema() THEN n.nspname::text END AS schema,
          {Comment("e.oid", "pg_extension")} AS comment,
          'CREATE EXTENSION ' || quote_ident(e.extname) || CASE WHEN n.nspname IS DISTINCT FROM current_schema() THEN ' SCHEMA ' || quote_ident(n.nspname) ELSE '' END
            || ' VERSION ' || quote_literal(e.extversion) AS definition
        FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
        WHERE NOT (e.extname = 'plpgsql' AND n.nspname = 'pg_catalog')
        """,
        ["version", "schema", "comment", "definition"]);

    public static PostgresTopic Schemas { get; } = new(
        $"""
        {Own}
        SELECT 'Schema' AS kind, s.nspname::text AS name, {Comment("s.oid", "pg_namespace")} AS comment,
          {Grants("s.nspacl", 'n', "s.nspowner", "'SCHEMA ' || n.schema_word")} AS grants,
          'CREATE SCHEMA ' || n.schema_word AS definition
        FROM pg_namespace s JOIN own n ON n.oid = s.oid
        WHERE NOT n.is_current AND {NotOfExtension("pg_namespace", "s.oid")}
        """,
        ["comment", "grants[]", "definition"]);

    public static PostgresTopic EventTriggers { get; } = new(
        $"""
        SELECT 'Event' AS kind, e.evtname::text AS name, e.evtevent::text AS event, {Sorted("e.evttags")} AS tags, e.evtfoid::regproc::text AS function,
          CASE e.evtenabled WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' END AS state, {Comment("e.oid", "pg_event_trigger")} AS comment,
          'CREATE EVENT TRIGGER ' || quote_ident(e.evtname) || ' ON ' || e.evtevent
            || COALESCE(' WHEN TAG IN (' || (SELECT string_agg(quote_literal(u.value), ', ' ORDER BY u.value COLLATE "C") FROM unnest(e.evttags) u(value)) || ')', '')
            || ' EXECUTE FUNCTION ' || e.evtfoid::regproc || '()' AS definition
        FROM pg_event_trigger e
        WHERE {NotOfExtension("pg_event_trigger", "e.oid")}
        """,
        ["event", "tags[]", "function", "state", "comment", "definition"]);
}
