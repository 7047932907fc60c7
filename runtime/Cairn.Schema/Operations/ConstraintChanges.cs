namespace Cairn.Schema.Operations;

/// <summary>Adds a primary key.</summary>
/// <param name="Key">The key.</param>
public sealed record AddPrimaryKey(PrimaryKeyDefinition Key) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"add primary key {Key.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new DropPrimaryKey(Key.Name));
}

/// <summary>Drops the primary key.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropPrimaryKey(string Name, bool IfExists = false) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"drop primary key {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => 
        ChangeInverse.Impossible($"dropping the primary key {Name} without its columns");
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
        ChangeInverse.By(new DropForeignKey(ForeignKey.Name, ForeignKey.Columns));
}

/// <summary>Drops a foreign key.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="Columns">Its columns where the author gave them, else empty.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropForeignKey(string Name, IReadOnlyList<string> Columns, bool IfExists = false) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"drop foreign key {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => 
        ChangeInverse.Impossible($"dropping foreign key {Name} without its definition");
}

/// <summary>Adds a check.</summary>
/// <param name="Check">The check.</param>
public sealed record AddCheck(CheckDefinition Check) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"add check {Check.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new DropCheck(Check.Name));
}

/// <summary>Drops a check.</summary>
/// <param name="Name">The constraint's name.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropCheck(string Name, bool IfExists = false) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"drop check {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => 
        ChangeInverse.Impossible($"dropping check {Name} without its rule");
}
