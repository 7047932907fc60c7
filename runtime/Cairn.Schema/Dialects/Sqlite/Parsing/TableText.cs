using System.Text;

namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>
/// A CREATE TABLE statement cut into pieces which, put together again, give the text literally. An edit exchanges pieces, so all
/// that it does not touch (comments, quotes, spacing, words that are not understood) stays as its author wrote it.
/// </summary>
/// <param name="Head">What stands before the name.</param>
/// <param name="Name">The name, as it is written.</param>
/// <param name="Opening">What stands between the name and the first item, with the bracket.</param>
/// <param name="Items">Columns, then table constraints.</param>
/// <param name="Tail">The closing bracket and what follows.</param>
internal sealed record TableText(string Head, string Name, string Opening, IReadOnlyList<TableItem> Items, string Tail)
{
    /// <summary>The columns.</summary>
    public IEnumerable<ColumnText> Columns => Items.OfType<ColumnText>();

    /// <summary>The constraints that stand on their own.</summary>
    public IEnumerable<TableConstraintText> Constraints => Items.OfType<TableConstraintText>();

    /// <summary>Whether the table has no rowid.</summary>
    public bool IsWithoutRowid
    {
        get
        {
            var reader = new TokenReader(Tail);
            reader.Expect(')');
            return reader.Accept("WITHOUT");
        }
    }

    /// <summary>The column of that name, or null.</summary>
    public ColumnText? Find(string column) => Columns.FirstOrDefault(c => SqliteNames.Same(c.Name, column));

    /// <inheritdoc/>
    public override string ToString()
    {
        var text = new StringBuilder(Head).Append(Name).Append(Opening);
        for (var i = 0; i < Items.Count; i++)
        {
            text.Append(Items[i].Render());
            if (i < Items.Count - 1)
            {
                // SQLite lets the comma between two table constraints be left out.
                text.Append(Items[i].HasNoComma && Items[i + 1] is TableConstraintText ? "" : ",");
            }
        }

        return text.Append(Tail).ToString();
    }
}

/// <summary>A column or a constraint in the brackets of a CREATE TABLE.</summary>
internal abstract record TableItem
{
    /// <summary>The gap before it.</summary>
    public string Before { get; init; } = "";

    /// <summary>The gap after it, up to the comma or bracket.</summary>
    public string After { get; init; } = "";

    /// <summary>The next constraint follows without a comma.</summary>
    public bool HasNoComma { get; init; }

    /// <summary>Its text with its gaps.</summary>
    public abstract string Render();
}

/// <summary>A column.</summary>
/// <param name="RawName">Its name as it is written.</param>
/// <param name="Name">Its name.</param>
internal sealed record ColumnText(string RawName, string Name) : TableItem
{
    /// <summary>The gap before the type.</summary>
    public string TypeGap { get; init; } = "";

    /// <summary>The declared type; empty where there is none.</summary>
    public string Type { get; init; } = "";

    /// <summary>Its constraints.</summary>
    public IReadOnlyList<ConstraintText> Constraints { get; init; } = [];

    /// <summary>Whether it is worked out from others.</summary>
    public bool IsGenerated => Constraints.Any(c => c.Kind == ConstraintKind.Generated);

    /// <summary>Its first constraint of that kind, or null.</summary>
    public ConstraintText? Find(ConstraintKind kind) => Constraints.FirstOrDefault(c => c.Kind == kind);

    /// <inheritdoc/>
    public override string Render() => Before + RawName + TypeGap + Type + string.Concat(Constraints.Select(c => c.Before + c.Text)) + After;
}

/// <summary>A constraint that stands on its own.</summary>
/// <param name="Constraint">The constraint.</param>
internal sealed record TableConstraintText(ConstraintText Constraint) : TableItem
{
    /// <inheritdoc/>
    public override string Render() => Before + Constraint.Before + Constraint.Text + After;
}
