using System.Data.Common;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>Stands beside the statements of migrations: a drill measures what they cost, and keeps them from the real database.</summary>
internal interface IStatementProbe
{
    /// <summary>A migration begins, or begins again: what was sent of it before was rolled back.</summary>
    /// <param name="version">Which.</param>
    /// <param name="direction">Which way.</param>
    void Begin(MigrationVersion version, Direction direction);

    /// <summary>A statement is about to be sent.</summary>
    /// <exception cref="CairnException">It must not be.</exception>
    void Sending(string sql);

    /// <summary>A statement ended well; the connection is free for queries. Not told of one that gives rows: its reader is open for a while.</summary>
    Task SentAsync(SentStatement statement, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken);
}

/// <summary>A statement that ended.</summary>
/// <param name="Sql">Its text.</param>
/// <param name="Rows">How many rows it says that it changed.</param>
/// <param name="Started">When it was sent, on the clock of <see cref="System.Diagnostics.Stopwatch.GetTimestamp"/>.</param>
internal sealed record SentStatement(string Sql, long Rows, long Started);
