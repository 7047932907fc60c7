namespace Cairn.Schema.Snapshots;

/// <summary>An object of a database, with what is true of it.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">
/// Its name, with the schema's before a dot where that is not the connection's own. An object that the server named by itself is known by its content instead, in parentheses:
/// <c>(total &gt; 0)</c>.
/// </param>
public sealed record SnapshotObject(ObjectKind Kind, string Name)
{
    /// <summary>What is true of it, in the order in which it is to be read.</summary>
    public IReadOnlyList<Fact> Facts { get; init; } = [];

    /// <summary>What belongs to it: a table's columns in their order, then its keys, checks, indexes and triggers, each sorted by name.</summary>
    public IReadOnlyList<SnapshotObject> Children { get; init; } = [];

    /// <summary>Whether the name is its own, and not its content.</summary>
    public bool IsNamed => !Name.StartsWith('(');

    /// <summary>The value of a fact, or null where it has none.</summary>
    /// <param name="fact">One of <see cref="FactNames"/>, or another name.</param>
    public string? this[string fact] => Find(fact)?.Text;

    /// <summary>The fact of that name, or null.</summary>
    /// <param name="fact">One of <see cref="FactNames"/>, or another name.</param>
    public Fact? Find(string fact) => Facts.FirstOrDefault(known => known.Name == fact);

    /// <summary>The values of a list; empty where there is no such fact.</summary>
    /// <param name="fact">One of <see cref="FactNames"/>, or another name.</param>
    public IReadOnlyList<string> List(string fact) => Find(fact)?.Values ?? [];

    /// <summary>What of a kind belongs to it.</summary>
    /// <param name="kind">The kind.</param>
    public IEnumerable<SnapshotObject> Of(ObjectKind kind) => Children.Where(child => child.Kind == kind);

    /// <summary>What it is called in a sentence: <c>column orders.note</c>, <c>index orders_note_index</c>, <c>trigger audit of orders</c>.</summary>
    /// <param name="parent">The table it belongs to, or null.</param>
    public string Describe(SnapshotObject? parent) => (Kind, parent) switch
    {
        (_, null) => $"{Kind.Word()} {Name}",
        (ObjectKind.Column, _) => $"column {parent.Name}.{Name}",
        (ObjectKind.Index, _) when IsNamed => $"index {Name}",
        _ => $"{Kind.Word()} {Name} of {parent.Name}",
    };
}
