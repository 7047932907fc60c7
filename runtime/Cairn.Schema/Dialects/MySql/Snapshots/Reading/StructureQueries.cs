namespace Cairn.Schema.Dialects.MySql.Snapshots.Reading;

/// <summary>The queries over information_schema, each for all of the connection's database. MariaDB's differ in the columns that only one of the two has.</summary>
internal record StructureQueries
{
    public string Tables { get; } = """
        SELECT t.table_name AS name, t.table_type AS kind, t.engine AS engine, t.table_collation AS collation,
          t.create_options AS options, t.table_comment AS comment
        FROM information_schema.tables t
        WHERE t.table_schema = DATABASE() AND t.table_type IN ('BASE TABLE', 'SYSTEM VERSIONED', 'SEQUENCE')
        """;

    public string Columns { get; init; } = """
        SELECT c.table_name AS table_name, c.column_name AS name, c.column_type AS type, c.is_nullable AS nullable, c.column_default AS default_value, c.extra AS extra,
          c.generation_expression AS expression, c.character_set_name AS charset, c.collation_name AS collation, c.column_comment AS comment, c.srs_id AS srid
        FROM information_schema.columns c
        WHERE c.table_schema = DATABASE()
        ORDER BY c.table_name, c.ordinal_position
        """;

    public string Indexes { get; init; } = """
        SELECT s.table_name AS table_name, s.index_name AS name, s.non_unique AS non_unique, s.column_name AS column_name, s.expression AS expression, s.collation AS direction,
          s.sub_part AS part, s.index_type AS method, s.index_comment AS comment, s.is_visible = 'NO' AS invisible, 0 AS ignored
        FROM information_schema.statistics s
        WHERE s.table_schema = DATABASE()
        ORDER BY s.table_name, s.index_name, s.seq_in_index
        """;

    public string Checks { get; init; } = """
        SELECT t.table_name AS table_name, c.constraint_name AS name, c.check_clause AS expression, 'Table' AS level, t.enforced AS enforced
        FROM information_schema.table_constraints t
        JOIN information_schema.check_constraints c ON c.constraint_schema = t.constraint_schema AND c.constraint_name = t.constraint_name
        WHERE t.constraint_schema = DATABASE() AND t.constraint_type = 'CHECK'
        """;

    public string ForeignKeys { get; } = """
        SELECT r.table_name AS table_name, r.constraint_name AS name, r.delete_rule AS on_delete, r.update_rule AS on_update
        FROM information_schema.referential_constraints r
        WHERE r.constraint_schema = DATABASE()
        """;

    public string ForeignKeyColumns { get; } = """
        SELECT k.table_name AS table_name, k.constraint_name AS name, k.column_name AS column_name, k.referenced_table_schema = DATABASE() AS is_own,
          k.referenced_table_schema AS target_schema, k.referenced_table_name AS target, k.referenced_column_name AS target_column
        FROM information_schema.key_column_usage k
        WHERE k.table_schema = DATABASE() AND k.referenced_table_name IS NOT NULL
        ORDER BY k.table_name, k.constraint_name, k.ordinal_position
        """;

    public string Triggers { get; } = """
        SELECT t.event_object_table AS table_name, t.trigger_name AS name, t.action_timing AS timing, t.event_manipulation AS event, t.action_order AS number,
          t.action_statement AS body, t.sql_mode AS mode, t.definer AS definer
        FROM information_schema.triggers t
        WHERE t.trigger_schema = DATABASE()
        ORDER BY t.event_object_table, t.event_manipulation, t.action_timing, t.action_order
        """;

    public string Views { get; init; } = """
        SELECT v.table_name AS name, v.view_definition AS definition, v.check_option AS check_option, v.definer AS definer, v.security_type AS security, NULL AS algorithm
        FROM information_schema.views v
        WHERE v.table_schema = DATABASE()
        """;

    public string Routines { get; } = """
        SELECT r.routine_name AS name, r.routine_type AS kind, r.is_deterministic AS is_deterministic, r.sql_data_access AS access, r.security_type AS security,
          r.sql_mode AS mode, r.routine_comment AS comment, r.definer AS definer
        FROM information_schema.routines r
        WHERE r.routine_schema = DATABASE()
        """;

    /// <summary>A schedule that begins when the event was made, or last changed, began by itself: nobody said when.</summary>
    public string Events { get; } = """
        SELECT e.event_name AS name, e.event_definition AS body, e.execute_at IS NOT NULL AS once, CAST(e.execute_at AS CHAR) AS at_time, e.interval_value AS amount,
          e.interval_field AS unit, CAST(e.starts AS CHAR) AS starts, e.starts IN (e.created, e.last_altered) AS starts_by_itself, CAST(e.ends AS CHAR) AS ends,
          e.status AS status, e.on_completion AS completion, e.event_comment AS comment, e.sql_mode AS mode, e.definer AS definer, e.time_zone AS zone
        FROM information_schema.events e
        WHERE e.event_schema = DATABASE()
        """;
}
