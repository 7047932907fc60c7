using Cairn.Schema.Dialects.MySql;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.MariaDb;

/// <summary>Where MariaDB's catalogue differs from MySQL's: defaults are printed as SQL, checks may belong to a column, JSON is text with a check.</summary>
internal sealed class MariaDbCatalogue : MySqlCatalogue
{
    protected override string SeesAll { get; } = MySqlRights.SeesAll("TRUE");

    protected override string IndexQuery => """
        SELECT s.index_name AS name, s.non_unique AS non_unique, s.column_name AS column_name, NULL AS expression, s.collation AS direction, s.sub_part AS part,
          s.index_type AS method
        FROM information_schema.statistics s
        WHERE s.table_schema = COALESCE(@p1, DATABASE()) AND s.table_name = @p0
        ORDER BY s.index_name, s.seq_in_index
        """;

    protected override string CheckQuery => """
        SELECT c.constraint_name AS name, c.check_clause AS expression, c.level AS level, 'YES' AS enforced
        FROM information_schema.check_constraints c
        WHERE c.constraint_schema = COALESCE(@p1, DATABASE()) AND c.table_name = @p0
        ORDER BY c.constraint_name
        """;

    protected internal override string? Default(CatalogueRow row) => row.Text("default_value") is { } text && text != "NULL" ? text : null;

    protected internal override string? ColumnCheck(CatalogueRow row, IReadOnlyList<CatalogueRow> checks) =>
        CheckOf(row, checks) is { } expression && !IsJson(row, expression) ? $"CHECK ({expression})" : null;

    protected internal override string DataType(CatalogueRow row, IReadOnlyList<CatalogueRow> checks) =>
        CheckOf(row, checks) is { } expression && IsJson(row, expression) ? "json" : base.DataType(row, checks);

    protected internal override string Unescape(string expression) => expression;

    private static string? CheckOf(CatalogueRow row, IReadOnlyList<CatalogueRow> checks) =>
        checks.FirstOrDefault(check => check.Text("level") == "Column" && check.Text("name") == row.Text("name"))?.Text("expression");

    private static bool IsJson(CatalogueRow row, string expression) =>
        row.Text("type") == "longtext" && expression == $"json_valid({MySqlNames.Quote(Client.MariaDb, row.Text("name")!)})";
}
