namespace Cairn.Schema.Operations;

/// <summary>One portable change, as a script recorded it. Immutable; rendered by a <see cref="Dialects.Dialect"/>.</summary>
public abstract record SchemaOperation
{
    /// <summary>What it does, for people: <c>create table orders</c>.</summary>
    public abstract string Describe();

    /// <summary>The operation that undoes it, or why there is none.</summary>
    public abstract Inverse Invert();

    /// <summary>The script's line that recorded it, where known.</summary>
    public int? Line { get; init; }
}

/// <summary>How an operation is undone: an operation, or the reason why there is none.</summary>
/// <param name="Operation">The undoing operation; null where there is none.</param>
/// <param name="WhyNot">The reason; null where there is an operation.</param>
public sealed record Inverse(SchemaOperation? Operation, string? WhyNot)
{
    /// <summary>It is undone by another operation.</summary>
    public static Inverse By(SchemaOperation operation) => new(operation, null);

    /// <summary>It cannot be undone.</summary>
    public static Inverse Impossible(string why) => new(null, why);
}
