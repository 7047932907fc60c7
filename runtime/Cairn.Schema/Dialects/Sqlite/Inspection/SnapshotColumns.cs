using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>Columns, from what the pragma says and what only the text does.</summary>
internal static class SnapshotColumns
{
    /// <summary>One column.</summary>
    /// <param name="row">What the pragma says.</param>
    /// <param name="all">What it says of all columns of the table.</param>
    /// <param name="table">The table's text; null where that was not understood.</param>
    /// <param name="canonical">How expressions are written.</param>
    public static SnapshotObject Read(CatalogueRow row, IReadOnlyList<CatalogueRow> all, TableText? table, CanonicalSql canonical)
    {
        var name = row.Text("name")!;
        var text = table?.Find(name);
        var type = canonical.OfType(text?.Type ?? row.Text("type") ?? "");
        var isRowid = type == "INTEGER" && row.Number("pk") == 1 && all.Count(column => column.Number("pk") > 0) == 1;
        return new SnapshotObject(ObjectKind.Column, name) { Facts = [.. Facts(row, name, text, table, type, isRowid, canonical)] };
    }

    private static IEnumerable<Fact> Facts(CatalogueRow row, string name, ColumnText? text, TableText? table, string type, bool isRowid, CanonicalSql canonical)
    {
        yield return new Fact(FactNames.Type, type);
        yield return new Fact(FactNames.Nullable, row.Flag("notnull") || isRowid ? "no" : "yes");
        if (row.Text("dflt_value") is { } value)
        {
            yield return new Fact(FactNames.Default, canonical.OfExpression(value));
        }

        if (table is not null && IsNumbered(table, text, name))
        {
            yield return new Fact(FactNames.Identity, "by default");
        }

        if (text?.Find(ConstraintKind.Generated) is { } generated)
        {
            yield return new Fact(FactNames.Generated, canonical.OfExpression(generated.Expression));
            yield return new Fact(FactNames.GeneratedAs, generated.Flag ? "stored" : "virtual");
        }

        if (text?.Find(ConstraintKind.Collate)?.Expression is { } collation && !collation.Equals("BINARY", StringComparison.OrdinalIgnoreCase))
        {
            yield return new Fact(FactNames.Collation, collation.ToUpperInvariant());
        }

        if (text?.Constraints.FirstOrDefault(constraint => constraint.Kind == ConstraintKind.NotNull && SnapshotKeys.SaysMore(constraint)) is { } refusing)
        {
            yield return new Fact("declared", canonical.Of(refusing.Text));
        }
    }

    /// <summary>AUTOINCREMENT, with the column or with a key of its own.</summary>
    private static bool IsNumbered(TableText table, ColumnText? text, string name) =>
        text?.Constraints.Any(constraint => constraint is { Kind: ConstraintKind.PrimaryKey, Flag: true }) == true
        || table.Constraints.Any(item => item.Constraint is { Kind: ConstraintKind.PrimaryKey, Flag: true } key && SqliteNames.Same(key.Columns, [name]));
}
