namespace SqlKata.Clauses;

/// <summary>Clauses of one kind in their written order, each for every engine (null) or for one.</summary>
internal sealed class ClauseList<T>
    where T : class
{
    private readonly List<Item> items;

    public ClauseList() => items = [];

    private ClauseList(List<Item> items) => this.items = items;

    public void Add(string? engine, T clause) => items.Add(new Item(engine, clause));

    /// <summary>Puts the clause in the place of those that were set for the same engine.</summary>
    public void Set(string? engine, T clause)
    {
        items.RemoveAll(item => item.Engine == engine);
        items.Add(new Item(engine, clause));
    }

    public void Clear() => items.Clear();

    public List<T> For(string engine) =>
        [.. items.Where(item => item.Engine is null || item.Engine == engine).Select(item => item.Clause)];

    /// <summary>The clause for this engine, or else the one for all of them.</summary>
    public T? Single(string engine)
    {
        var index = items.FindLastIndex(item => item.Engine == engine);
        if (index < 0)
        {
            index = items.FindLastIndex(item => item.Engine is null);
        }

        return index < 0 ? null : items[index].Clause;
    }

    public bool Any(string engine) => items.Exists(item => item.Engine is null || item.Engine == engine);

    // Clauses never change once they were added, so a shallow copy is a whole one.
    public ClauseList<T> Copy() => new([.. items]);

    // A class, since lists of classes are compiled ahead and those of tuples are compiled when the process starts.
    private sealed record Item(string? Engine, T Clause);
}
