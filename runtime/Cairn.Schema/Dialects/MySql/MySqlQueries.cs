namespace Cairn.Schema.Dialects.MySql;

/// <summary>The queries over information_schema that MySQL and MariaDB have in common. A schema that is null means the connection's database.</summary>
internal static class MySqlQueries
{
    /// <summary>The table @p0 of the schema @p1, and a row without a name that says whether it would be shown: both in one round trip, as most tables asked for are not there.</summary>
    /// <param name="seesAll">The expression of <see cref="MySqlRights.SeesAll"/>.</param>
    public static string TableOr(string seesAll) => $"""
        SELECT t.table_name AS name, t.table_type = 'VIEW' AS is_view, t.table_comment AS comment, t.table_collation AS collation,
          (SELECT v.view_definition FROM information_schema.views v WHERE v.table_schema = t.table_schema AND v.table_name = t.table_name) AS definition,
          EXISTS (SELECT 1 FROM information_schema.column_privileges p WHERE p.table_schema = t.table_schema AND p.table_name = t.table_name) AS has_column_rights,
          NULL AS sees_all
        FROM information_schema.tables t
        WHERE t.table_schema = COALESCE(@p1, DATABASE()) AND t.table_name = @p0 AND t.table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
        UNION ALL
        SELECT NULL, NULL, NULL, NULL, NULL, NULL, {seesAll}
        """;

    public const string Tables = """
        SELECT t.table_name AS name, t.table_type = 'VIEW' AS is_view
        FROM information_schema.tables t
        WHERE t.table_schema = COALESCE(@p0, DATABASE()) AND t.table_type IN ('BASE TABLE', 'VIEW', 'SYSTEM VERSIONED')
        ORDER BY t.table_name
        """;

    public const string Columns = """
        SELECT c.column_name AS name, c.column_type AS type, c.is_nullable AS nullable, c.column_default AS default_value, c.extra AS extra,
          c.generation_expression AS expression, c.collation_name AS collation, c.column_comment AS comment
        FROM information_schema.columns c
        WHERE c.table_schema = COALESCE(@p1, DATABASE()) AND c.table_name = @p0
        ORDER BY c.ordinal_position
        """;

    public const string ForeignKeys = """
        SELECT k.constraint_name AS name, k.column_name AS column_name, k.referenced_table_schema = DATABASE() AS target_is_current,
          k.referenced_table_schema AS target_schema, k.referenced_table_name AS target, k.referenced_column_name AS target_column,
          r.delete_rule AS on_delete, r.update_rule AS on_update
        FROM information_schema.key_column_usage k
        JOIN information_schema.referential_constraints r
          ON r.constraint_schema = k.constraint_schema AND r.constraint_name = k.constraint_name AND r.table_name = k.table_name
        WHERE k.table_schema = COALESCE(@p1, DATABASE()) AND k.table_name = @p0
        ORDER BY k.constraint_name, k.ordinal_position
        """;

    public const string Triggers = """
        SELECT t.trigger_name AS name, t.action_timing AS timing, t.event_manipulation AS event, t.action_statement AS body
        FROM information_schema.triggers t
        WHERE t.event_object_schema = COALESCE(@p1, DATABASE()) AND t.event_object_table = @p0
        ORDER BY t.trigger_name
        """;
}
