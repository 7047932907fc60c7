namespace Cairn.Schema.Operations;

/// <summary>Adds a column.</summary>
/// <param name="Column">The column.</param>
public sealed record AddColumn(ColumnDefinition Column) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"add column {Column.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new DropColumn(Column.Name) { Definition = Column });
}

/// <summary>Changes an existing column; what <paramref name="Column"/> does not mention stays as it is.</summary>
/// <param name="Column">The column as it shall be.</param>
public sealed record AlterColumn(ColumnDefinition Column) : TableChange
{
    /// <summary>How the old values become new ones, where the database needs to be told (PostgreSQL's USING).</summary>
    public string? Using { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"alter column {Column.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) =>
        ChangeInverse.Impossible($"altering column {Column.Name} without its old definition");
}

/// <summary>Drops a column.</summary>
/// <param name="Name">The column.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropColumn(string Name, bool IfExists = false) : TableChange
{
    /// <summary>The column as it was, where the author gave it.</summary>
    public ColumnDefinition? Definition { get; init; }

    /// <summary>The keys, checks and indexes that go with the column, where the author gave them: added again when the drop is undone.</summary>
    public IReadOnlyList<TableChange> Companions { get; init; } = [];

    /// <inheritdoc/>
    public override string Describe() => $"drop column {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => Definition is null || IfExists
        ? ChangeInverse.Impossible($"dropping column {Name} without its definition")
        : ChangeInverse.By([new AddColumn(Definition), .. Companions]);
}

/// <summary>Renames a column.</summary>
/// <param name="From">The column.</param>
/// <param name="To">Its new name.</param>
public sealed record RenameColumn(string From, string To) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"rename column {From} to {To}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new RenameColumn(To, From));
}

/// <summary>Allows or forbids null.</summary>
/// <param name="Column">The column.</param>
/// <param name="Nullable">Whether null is allowed.</param>
public sealed record SetNullability(string Column, bool Nullable) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => Nullable ? $"allow null in {Column}" : $"forbid null in {Column}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new SetNullability(Column, !Nullable));
}

/// <summary>Sets a column's default.</summary>
/// <param name="Column">The column.</param>
/// <param name="Default">The default.</param>
public sealed record SetDefault(string Column, ColumnDefault Default) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"set default of {Column}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) =>
        ChangeInverse.Impossible($"setting the default of {Column} without the old one");
}

/// <summary>Takes a column's default away.</summary>
/// <param name="Column">The column.</param>
public sealed record DropDefault(string Column) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"drop default of {Column}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) =>
        ChangeInverse.Impossible($"dropping the default of {Column} without the old one");
}
