namespace Cairn.Schema.Operations;

/// <summary>Creates a view.</summary>
/// <param name="View">The view.</param>
/// <param name="Sql">The SELECT.</param>
public sealed record CreateView(TableName View, string Sql) : SchemaOperation
{
    /// <summary>The names of its columns, where the author gave them.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];

    /// <summary>Replaces a view of that name.</summary>
    public bool OrReplace { get; init; }

    /// <summary>A materialized view (PostgreSQL).</summary>
    public bool Materialized { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"create view {View}";

    /// <inheritdoc/>
    public override Inverse Invert() => OrReplace
        ? Inverse.Impossible("replacing a view without its old text")
        : Inverse.By(new DropView(View) { Materialized = Materialized, Definition = this });
}

/// <summary>Drops a view.</summary>
/// <param name="View">The view.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropView(TableName View, bool IfExists = false) : SchemaOperation
{
    /// <summary>A materialized view (PostgreSQL).</summary>
    public bool Materialized { get; init; }

    /// <summary>The view as it was, where known.</summary>
    public CreateView? Definition { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"drop view {View}";

    /// <inheritdoc/>
    public override Inverse Invert() => Definition is null || IfExists
        ? Inverse.Impossible("dropping a view without its text")
        : Inverse.By(Definition);
}

/// <summary>Renames a view.</summary>
/// <param name="From">The view.</param>
/// <param name="To">Its new name.</param>
public sealed record RenameView(TableName From, string To) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"rename view {From} to {To}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(new RenameView(From with { Name = To }, From.Name));
}

/// <summary>Refreshes a materialized view (PostgreSQL).</summary>
/// <param name="View">The view.</param>
/// <param name="Concurrently">Without blocking readers.</param>
public sealed record RefreshMaterializedView(TableName View, bool Concurrently = false) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"refresh materialized view {View}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(this);
}
