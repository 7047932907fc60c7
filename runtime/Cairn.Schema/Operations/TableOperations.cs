namespace Cairn.Schema.Operations;

/// <summary>Creates a table with its keys, checks and indexes.</summary>
/// <param name="Table">The table.</param>
/// <param name="IfNotExists">Does nothing where the table exists.</param>
public sealed record CreateTable(TableDefinition Table, bool IfNotExists = false) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"create table {Table.Name}";

    /// <inheritdoc/>
    public override Inverse Invert() => IfNotExists
        ? Inverse.Impossible("a table that may have existed before must not be dropped")
        : Inverse.By(new DropTable(Table.Name) { Definition = Table });
}

/// <summary>Creates an empty table with another one's columns, keys and indexes.</summary>
/// <param name="Table">The new table.</param>
/// <param name="Source">The table to be like.</param>
public sealed record CreateTableLike(TableName Table, TableName Source) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"create table {Table} like {Source}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(new DropTable(Table));
}

/// <summary>Drops a table.</summary>
/// <param name="Table">The table.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
/// <param name="Cascade">Drops what depends on it too (PostgreSQL).</param>
public sealed record DropTable(TableName Table, bool IfExists = false, bool Cascade = false) : SchemaOperation
{
    /// <summary>The table as it was, where the author gave it, so that the drop can be undone.</summary>
    public TableDefinition? Definition { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"drop table {Table}";

    /// <inheritdoc/>
    public override Inverse Invert() => Definition is null || IfExists
        ? Inverse.Impossible("dropping a table without its definition")
        : Inverse.By(new CreateTable(Definition));
}

/// <summary>Renames a table.</summary>
/// <param name="From">The table.</param>
/// <param name="To">Its new name, in the same schema.</param>
public sealed record RenameTable(TableName From, string To) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"rename table {From} to {To}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(new RenameTable(From with { Name = To }, From.Name));
}

/// <summary>Changes a table: all changes of one <c>AlterTable</c>, in their written order.</summary>
/// <param name="Table">The table.</param>
/// <param name="Changes">The changes, in order.</param>
public sealed record AlterTable(TableName Table, IReadOnlyList<TableChange> Changes) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"alter table {Table}: {string.Join(", ", Changes.Select(change => change.Describe()))}";

    /// <inheritdoc/>
    public override Inverse Invert()
    {
        var undone = new List<TableChange>();
        foreach (var change in Changes.Reverse())
        {
            var inverse = change.Invert(Table);
            if (inverse.WhyNot is not null)
            {
                return Inverse.Impossible(inverse.WhyNot);
            }

            undone.AddRange(inverse.Changes);
        }

        return Inverse.By(this with { Changes = undone });
    }
}
