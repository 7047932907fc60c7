namespace Cairn.Schema.Operations;

/// <summary>Adds a primary key.</summary>
/// <param name="Key">The key.</param>
public sealed record AddPrimaryKey(PrimaryKeyDefinition Key) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"add primary key {Key.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new DropPrimaryKey(Key.Name) { Columns = Key.Columns });
}

/// <summary>Drops the primary key.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropPrimaryKey(string Name, bool IfExists = false) : TableChange
{
    /// <summary>Its columns where the author gave them, so that the drop can be undone; else empty.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <inheritdoc/>
    public override string Describe() => $"drop primary key {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => Columns.Count == 0 || IfExists
        ? ChangeInverse.Impossible($"dropping the primary key {Name} without its columns")
        : ChangeInverse.By(new AddPrimaryKey(new PrimaryKeyDefinition(Name, Columns)));
}

/// <summary>Adds a unique constraint.</summary>
/// <param name="Unique">The constraint.</param>
public sealed record AddUnique(UniqueDefinition Unique) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"add unique {Unique.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => 
        ChangeInverse.By(new DropUnique(Unique.Name, Unique.Columns));
}

/// <summary>Drops a unique constraint.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">Its columns where the author gave them, else empty.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropUnique(string Name, IReadOnlyList<string> Columns, bool IfExists = false) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"drop unique {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => Columns.Count == 0 || IfExists
        ? ChangeInverse.Impossible($"dropping unique {Name} without its columns")
        : ChangeInverse.By(new AddUnique(new UniqueDefinition(Name, Columns)));
}

/// <summary>Adds a foreign key.</summary>
/// <param name="ForeignKey">The key.</param>
public sealed record AddForeignKey(ForeignKeyDefinition ForeignKey) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"add foreign key {ForeignKey.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => 
        ChangeInverse.By(new DropForeignKey(ForeignKey.Name, ForeignKey.Columns) { Definition = ForeignKey });
}

/// <summary>Drops a foreign key.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">Its columns where the author gave them, else empty.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropForeignKey(string Name, IReadOnlyList<string> Columns, bool IfExists = false) : TableChange
{
    /// <summary>The key as it was, where known, so that the drop can be undone.</summary>
    public ForeignKeyDefinition? Definition { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"drop foreign key {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => Definition is null || IfExists
        ? ChangeInverse.Impossible($"dropping foreign key {Name} without its definition")
        : ChangeInverse.By(new AddForeignKey(Definition));
}

/// <summary>Adds a check.</summary>
/// <param name="Check">The check.</param>
public sealed record AddCheck(CheckDefinition Check) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"add check {Check.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new DropCheck(Check.Name) { Definition = Check });
}

/// <summary>Drops a check.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropCheck(string Name, bool IfExists = false) : TableChange
{
    /// <summary>The check as it was, where known, so that the drop can be undone.</summary>
    public CheckDefinition? Definition { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"drop check {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => Definition is null || IfExists
        ? ChangeInverse.Impossible($"dropping check {Name} without its rule")
        : ChangeInverse.By(new AddCheck(Definition));
}
