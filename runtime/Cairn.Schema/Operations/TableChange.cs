namespace Cairn.Schema.Operations;

/// <summary>One change inside an <see cref="AlterTable"/>.</summary>
public abstract record TableChange
{
    /// <summary>What it does, for people: <c>add column note</c>.</summary>
    public abstract string Describe();

    /// <summary>The changes that undo it, or why there are none.</summary>
    /// <param name="table">The table that it changes.</param>
    public abstract ChangeInverse Invert(TableName table);
}

/// <summary>How a change is undone.</summary>
/// <param name="Changes">The undoing changes, in order.</param>
/// <param name="WhyNot">The reason, where there are none.</param>
public sealed record ChangeInverse(IReadOnlyList<TableChange> Changes, string? WhyNot)
{
    /// <summary>It is undone by other changes.</summary>
    public static ChangeInverse By(params TableChange[] changes) => new(changes, null);

    /// <summary>It cannot be undone.</summary>
    public static ChangeInverse Impossible(string why) => new([], why);
}
