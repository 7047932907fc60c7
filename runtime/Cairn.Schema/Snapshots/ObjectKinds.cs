namespace Cairn.Schema.Snapshots;

/// <summary>How kinds of objects are called.</summary>
public static class ObjectKinds
{
    /// <summary>The kind in a sentence: <c>foreign key</c>.</summary>
    /// <param name="kind">The kind.</param>
    public static string Word(this ObjectKind kind) => kind switch
    {
        ObjectKind.PrimaryKey => "primary key",
        ObjectKind.ForeignKey => "foreign key",
        ObjectKind.MaterializedView => "materialized view",
        ObjectKind.CompositeType => "composite type",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>Every kind, in the order of snapshots.</summary>
    public static IReadOnlyList<ObjectKind> All { get; } = Enum.GetValues<ObjectKind>();

    /// <summary>Whether an object of that kind always belongs to another: to a table, or to a view.</summary>
    /// <param name="kind">The kind.</param>
    public static bool IsPart(this ObjectKind kind) => kind is >= ObjectKind.Column and <= ObjectKind.Partition;
}
