namespace Cairn.Schema.Operations;

/// <summary>Makes a table anew from its whole text and copies its rows (SQLite): columns of the same name keep their values, other ones get their default.</summary>
/// <param name="Table">The table.</param>
/// <param name="Sql">CREATE TABLE with the table as it shall be.</param>
public sealed record RebuildTable(TableName Table, string Sql) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"rebuild table {Table}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.Impossible("rebuilding a table without its old text");
}
