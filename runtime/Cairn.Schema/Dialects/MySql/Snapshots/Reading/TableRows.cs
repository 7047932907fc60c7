using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Reading;

/// <summary>What the catalogue says of one table.</summary>
/// <param name="Name">The table.</param>
/// <param name="Row">The table's own row.</param>
internal sealed record TableRows(string Name, CatalogueRow Row)
{
    public IReadOnlyList<CatalogueRow> Columns { get; init; } = [];

    public IReadOnlyList<CatalogueRow> Indexes { get; init; } = [];

    public IReadOnlyList<CatalogueRow> Checks { get; init; } = [];

    public IReadOnlyList<CatalogueRow> ForeignKeys { get; init; } = [];

    public IReadOnlyList<CatalogueRow> ForeignKeyColumns { get; init; } = [];

    public IReadOnlyList<CatalogueRow> Triggers { get; init; } = [];

    /// <summary>The bodies of triggers that the catalogue does not tell right, by their names.</summary>
    public IReadOnlyDictionary<string, string> Bodies { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>What SHOW CREATE TABLE says, where it was asked.</summary>
    public CreateTableText? Text { get; init; }

    /// <summary>An expression with its columns as they were declared.</summary>
    public string Declared(string expression) => ColumnNames.In(expression, Columns.Select(row => row.Text("name")!));

    public bool IsVersioned => Row.Text("kind") == "SYSTEM VERSIONED";

    public bool IsPartitioned => Row.Text("options")?.Contains("partitioned", StringComparison.OrdinalIgnoreCase) == true;

    public string Collation => Row.Text("collation") ?? "";

    /// <summary>A collation's name begins with its character set.</summary>
    public string Charset => Collation.Split('_')[0];
}
