using System.Data.Common;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Drills.Rows;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Drills.Rehearsals;

/// <summary>Reads structure and rows of a copy, on a connection of its own: what it sees is what was committed.</summary>
/// <param name="open">Opens a connection to the copy.</param>
/// <param name="leaveOut">Cairn's own tables.</param>
/// <param name="observer">Is told.</param>
internal sealed class StateReader(Func<CancellationToken, Task<RunConnection>> open, IReadOnlySet<string> leaveOut, IDrillObserver observer)
{
    /// <param name="lossy">Columns to leave out.</param>
    /// <param name="before">Whose tables and columns to read, as far as they are there; null for all.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<DrillState> ReadAsync(IReadOnlyCollection<string> lossy, DrillState? before, CancellationToken cancellationToken)
    {
        await using var connection = await open(cancellationToken);
        try
        {
            var structure = await connection.Client.Dialect.Snapshots.ReadAsync(connection.Sink.Catalogue, new SnapshotScope { LeaveOut = leaveOut }, cancellationToken);
            var tables = before is null
                ? TableSelection.Of(structure, lossy)
                : before.Contents.Values.Select(content => content.Selection.In(structure)).OfType<TableSelection>();
            var contents = new ContentReader(connection.Client, connection.Inner) { Progress = rows => observer.Progress("reading rows", rows, total: null) };
            await using var interrupt = cancellationToken.Register(() => connection.Client.Interrupt(connection.Inner));
            return new DrillState(
                structure,
                await contents.ReadAsync(tables, cancellationToken),
                await TableStorage.ReadAsync(connection, leaveOut, cancellationToken)) { LeftOut = lossy };
        }
        catch (Exception exception) when (cancellationToken.IsCancellationRequested && exception is DbException or InvalidOperationException)
        {
            throw new OperationCanceledException(cancellationToken);
        }
        catch (DbException exception)
        {
            throw new CairnException(ErrorCodes.ScratchFailed, $"The scratch copy cannot be read: {exception.Message}", exception)
            {
                Fix = "Mend what the database says; the account must be able to read every table of the copy.",
            };
        }
    }
}
