using Cairn.Schema;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Facts;

/// <summary>What rules ask of the database that the migrations are for. A question that cannot be answered is answered with null.</summary>
internal interface ILintDatabase
{
    /// <summary>The database system.</summary>
    Client Client { get; }

    /// <summary>The server's version.</summary>
    Version Version { get; }

    /// <summary>The table as it is, or null.</summary>
    ValueTask<TableModel?> FindAsync(TableName table, CancellationToken cancellationToken);

    /// <summary>How many rows it has, counted up to <see cref="CountedRows.Most"/>.</summary>
    ValueTask<CountedRows> RowsAsync(TableName table, CancellationToken cancellationToken);

    /// <summary>Whether a column has a value in some row.</summary>
    ValueTask<bool?> HasValuesAsync(TableName table, string column, CancellationToken cancellationToken);

    /// <summary>Whether a column has a null in some row.</summary>
    ValueTask<bool?> HasNullsAsync(TableName table, string column, CancellationToken cancellationToken);

    /// <summary>Whether a text is longer than so many letters.</summary>
    ValueTask<bool?> HasLongerAsync(TableName table, string column, long letters, CancellationToken cancellationToken);

    /// <summary>Whether two rows have the same values in these columns.</summary>
    ValueTask<bool?> HasDuplicatesAsync(TableName table, IReadOnlyList<string> columns, CancellationToken cancellationToken);

    /// <summary>Whether a row refers to one that is not there.</summary>
    ValueTask<bool?> HasOrphansAsync(TableName table, ForeignKeyDefinition key, CancellationToken cancellationToken);
}

/// <summary>How many rows a table has.</summary>
/// <param name="Count">So many, or at least so many.</param>
internal sealed record CountedRows(long Count)
{
    /// <summary>Counting ends here: a rule need not know more, and a large table is not read for it.</summary>
    public const long Most = 10_000;

    /// <summary>A table up to here is changed in no time: what locks it is only told.</summary>
    public const long Small = 1_000;

    /// <summary>Up to here nobody notices a lock at all.</summary>
    public const long Tiny = 100;

    public bool IsTiny => Count <= Tiny;

    public bool IsSmall => Count <= Small;

    public override string ToString() => Count >= Most ? $"at least {Count} rows" : Count == 1 ? "1 row" : $"{Count} rows";
}
