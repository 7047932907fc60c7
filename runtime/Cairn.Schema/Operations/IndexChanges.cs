namespace Cairn.Schema.Operations;

/// <summary>Creates an index.</summary>
/// <param name="Index">The index.</param>
public sealed record AddIndex(IndexDefinition Index) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"create index {Index.Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => 
        ChangeInverse.By(new DropIndex(Index.Name) { Definition = Index, Concurrently = Index.Concurrently });
}

/// <summary>Renames an index.</summary>
/// <param name="From">The index.</param>
/// <param name="To">Its new name.</param>
public sealed record RenameIndex(string From, string To) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => $"rename index {From} to {To}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => ChangeInverse.By(new RenameIndex(To, From));
}

/// <summary>Changes a table's comment, engine, character set or collation.</summary>
/// <param name="Options">What to change; null members stay as they are.</param>
public sealed record SetTableOptions(TableOptions Options) : TableChange
{
    /// <inheritdoc/>
    public override string Describe() => "set table options";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => 
        ChangeInverse.Impossible("changing table options without the old ones");
}

/// <summary>Drops an index.</summary>
/// <param name="Name">The index's name.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropIndex(string Name, bool IfExists = false) : TableChange
{
    /// <summary>The index as it was, where known, so that the drop can be undone.</summary>
    public IndexDefinition? Definition { get; init; }

    /// <summary>Dropped without blocking writers (PostgreSQL; outside a transaction).</summary>
    public bool Concurrently { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"drop index {Name}";

    /// <inheritdoc/>
    public override ChangeInverse Invert(TableName table) => Definition is null || IfExists
        ? ChangeInverse.Impossible($"dropping index {Name} without its columns")
        : ChangeInverse.By(new AddIndex(Definition));
}
