using System.Data.Common;
using System.Diagnostics;

namespace Cairn.Runtime.History.Locks;

/// <summary>Renews a lease while its run works; on a connection of its own, since the run's is busy with statements of any length.</summary>
internal sealed class LeaseHeartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly CancellationTokenSource lost = new(LeaseStatements.Length);
    private readonly LeaseStatements statements;
    private readonly string token;
    private readonly Func<CancellationToken, Task<DbConnection>> open;
    private readonly Task beating;

    public LeaseHeartbeat(LeaseStatements statements, string token, Func<CancellationToken, Task<DbConnection>> open)
    {
        (this.statements, this.token, this.open) = (statements, token, open);
        beating = Task.Run(BeatAsync);
    }

    /// <summary>Cancelled when it was found to be another's, or could not be renewed for as long as it lasts: by a timer, since a renewal may hang.</summary>
    public CancellationToken Lost => lost.Token;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await beating;
        stop.Dispose();
        lost.Dispose();
    }

    private async Task BeatAsync()
    {
        DbConnection? connection = null;
        try
        {
            while (!lost.IsCancellationRequested)
            {
                await Task.Delay(LeaseStatements.Beat, stop.Token);
                try
                {
                    var asked = Stopwatch.GetTimestamp();
                    connection ??= await open(stop.Token);
                    if (await connection.ExecuteAsync(statements.Renew, null, [token], stop.Token) != 1)
                    {
                        await lost.CancelAsync();
                    }
                    else if (LeaseStatements.Length - Stopwatch.GetElapsedTime(asked) is { Ticks: > 0 } left)
                    {
                        lost.CancelAfter(left);
                    }
                }
                catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException or TimeoutException)
                {
                    // Tried again with the next beat; whether the lease lasted so long is asked before each commit.
                    if (connection is not null)
                    {
                        await connection.DisposeAsync();
                        connection = null;
                    }
                }
            }
        }
        catch (OperationCanceledException)
        {
            // The run is at its end.
        }
        finally
        {
            if (connection is not null)
            {
                await connection.DisposeAsync();
            }
        }
    }
}
