namespace Cairn.Runtime.History.Journals;

/// <summary>What is known of a unit of work outside a transaction.</summary>
internal enum JournalState
{
    /// <summary>It was begun; whether it was done must be found out.</summary>
    Started,

    /// <summary>The database refused it, and said so: it was not done.</summary>
    Failed,

    /// <summary>It was done.</summary>
    Done,

    /// <summary>Taking it back was begun; whether it was taken back must be found out.</summary>
    Undoing,
}

/// <summary>What a unit is.</summary>
internal enum JournalKind
{
    /// <summary>A schema operation.</summary>
    Operation,

    /// <summary>Raw SQL or a query that changes something.</summary>
    Statement,

    /// <summary>A <c>db.Transaction</c>, all of it.</summary>
    Transaction,

    /// <summary>A <c>db.Batch</c>; <see cref="JournalRow.Content"/> has the last key.</summary>
    Batch,

    /// <summary>A <c>db.BulkInsert</c>.</summary>
    BulkLoad,

    /// <summary>A query, or a look at the catalogue: kept with the next unit, since what is done afterwards may change or take away what it read.</summary>
    Read,
}

/// <summary>One unit of the migration in progress.</summary>
/// <param name="Position">Its place in the migration, from 1; reads are counted by themselves, from -1 down.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Description">For people: <c>create table orders</c>.</param>
/// <param name="Hash">Of what it says, so that a script that takes another way is found out.</param>
internal sealed record JournalRow(int Position, JournalKind Kind, string Description, string Hash)
{
    public JournalState State { get; init; }

    /// <summary>How many of its statements were done.</summary>
    public int StatementsDone { get; init; }

    /// <summary>How many rows it changed; -1 where the database did not say.</summary>
    public int Affected { get; init; } = -1;

    /// <summary>Its statements as they were rendered, as JSON: after a crash in their midst the catalogue no longer gives the same ones.</summary>
    public string? Statements { get; init; }

    /// <summary>The rows it gave, or the last key of a batch, as JSON.</summary>
    public string? Content { get; init; }

    /// <summary>Of what the catalogue said of the tables it is about, before the statement at <see cref="StatementsDone"/>.</summary>
    public string? BeforeHash { get; init; }

    /// <summary>Of the script.</summary>
    public string Checksum { get; init; } = "";
}
