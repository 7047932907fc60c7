namespace Cairn.Runtime.Seeds;

/// <summary>What the runner of migrations says of a failure, for seeds: nothing records which of them ran.</summary>
internal static class SeedErrors
{
    public static CairnException Of(CairnException error, string name)
    {
        var lost = error.Code == ErrorCodes.ConnectionLost;
        return new CairnException(error.Code, error.Message, error)
        {
            File = error.File,
            Line = error.Line,
            Column = error.Column,
            Sql = error.Sql,
            Others = error.Others,
            DatabaseState = lost
                ? $"What {name} did is wholly in the database, if the connection was lost in its commit; otherwise none of it is."
                : error.DatabaseState,
            Fix = lost
                ? "Look whether its rows are there before you run it again."
                : error.Fix?.Replace("Correct the migration", "Correct the seed", StringComparison.Ordinal),
        };
    }

    public static CairnException Cancelled() => new(ErrorCodes.Cancelled, "The run was cancelled between two seeds.")
    {
        DatabaseState = "What is reported as done is in the database; nothing else was changed.",
        Fix = "Run the others by their names, or all of them again where they can be.",
    };
}
