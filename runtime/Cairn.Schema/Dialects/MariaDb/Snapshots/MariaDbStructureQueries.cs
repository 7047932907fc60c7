using Cairn.Schema.Dialects.MySql.Snapshots.Reading;

namespace Cairn.Schema.Dialects.MariaDb.Snapshots;

/// <summary>The queries that name columns that only MariaDB's catalogue has, or that it has not.</summary>
internal static class MariaDbStructureQueries
{
    public static StructureQueries All { get; } = new()
    {
        Columns = """
            SELECT c.table_name AS table_name, c.column_name AS name, c.column_type AS type, c.is_nullable AS nullable, c.column_default AS default_value, c.extra AS extra,
              c.generation_expression AS expression, c.character_set_name AS charset, c.collation_name AS collation, c.column_comment AS comment, NULL AS srid
            FROM information_schema.columns c
            WHERE c.table_schema = DATABASE()
            ORDER BY c.table_name, c.ordinal_position
            """,
        Indexes = """
            SELECT s.table_name AS table_name, s.index_name AS name, s.non_unique AS non_unique, s.column_name AS column_name, NULL AS expression, s.collation AS direction,
              s.sub_part AS part, s.index_type AS method, s.index_comment AS comment, 0 AS invisible, s.ignored = 'YES' AS ignored
            FROM information_schema.statistics s
            WHERE s.table_schema = DATABASE()
            ORDER BY s.table_name, s.index_name, s.seq_in_index
            """,
        Checks = """
            SELECT c.table_name AS table_name, c.constraint_name AS name, c.check_clause AS expression, c.level AS level, NULL AS enforced
            FROM information_schema.check_constraints c
            WHERE c.constraint_schema = DATABASE()
            """,
        Views = """
            SELECT v.table_name AS name, v.view_definition AS definition, v.check_option AS check_option, v.definer AS definer, v.security_type AS security,
              v.algorithm AS algorithm
            FROM information_schema.views v
            WHERE v.table_schema = DATABASE()
            """,
    };
}
