using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data.Clients;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>
/// Where statements end up: sent to the database, or written down. Everything that a script does reaches the database through one of
/// these, so a dry run differs from a run in nothing but the sink.
/// </summary>
internal interface IStatementSink
{
    /// <summary>Runs a statement; the number of rows changed.</summary>
    Task<int> ExecuteAsync(DbCommand command, CancellationToken cancellationToken);

    /// <summary>Runs a statement that gives rows.</summary>
    Task<DbDataReader> ReadAsync(DbCommand command, CommandBehavior behavior, CancellationToken cancellationToken);

    /// <summary>Loads rows; how many.</summary>
    Task<long> BulkLoadAsync(BulkLoad load, CancellationToken cancellationToken);

    /// <summary>Whether statements that follow each other go in one round trip.</summary>
    bool SendsTogether => false;

    /// <summary>Runs statements in order, in one round trip; how many rows each changed.</summary>
    /// <exception cref="StatementOfBatchException">One failed, and those after it were not run.</exception>
    Task<IReadOnlyList<int>> ExecuteTogetherAsync(IReadOnlyList<OwnStatement> statements, CancellationToken cancellationToken) =>
        throw new NotSupportedException("Statements go one by one here.");

    /// <summary>Whether walking a table may stop after its first batch, since nothing is changed anyway.</summary>
    bool FirstBatchIsEnough();

    /// <summary>Where catalogue queries go.</summary>
    ICatalogueConnection Catalogue { get; }
}
