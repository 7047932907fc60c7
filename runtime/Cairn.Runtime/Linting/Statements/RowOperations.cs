using Cairn.Schema;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>What a statement does to rows.</summary>
internal enum RowVerb
{
    Insert,
    Update,
    Delete,
    Truncate,
}

/// <summary>A change of rows, read from a statement.</summary>
/// <param name="Verb">What it does.</param>
/// <param name="Table">To which table.</param>
/// <param name="HasCondition">Whether a condition chooses the rows.</param>
internal sealed record ChangeRows(RowVerb Verb, TableName Table, bool HasCondition) : SchemaOperation
{
    /// <summary>Whether TRUNCATE takes other tables with it.</summary>
    public bool Cascade { get; init; }

    public override string Describe() => $"{Verb} {Table}";

    public override Inverse Invert() => Inverse.Impossible("a change of rows");
}

/// <summary>A statement that writes a whole table anew, or locks it by name.</summary>
/// <param name="Table">The table; null for all.</param>
/// <param name="Words">What it says: <c>VACUUM FULL</c>.</param>
internal sealed record LockTable(TableName? Table, string Words) : SchemaOperation
{
    public override string Describe() => $"{Words} {Table}";

    public override Inverse Invert() => Inverse.By(this);
}

/// <summary>A statement about the structure that was not understood.</summary>
/// <param name="Words">How it begins.</param>
internal sealed record UnreadStatement(string Words) : SchemaOperation
{
    public override string Describe() => Words;

    public override Inverse Invert() => Inverse.Impossible("raw SQL");
}
