using System.Data.Common;
using System.Diagnostics;

namespace Cairn.Runtime.History.Locks;

/// <summary>Renews a lease while its run works; on a connection of its own, since the run's is busy with statements of any length.</summary>
internal sealed class LeaseHeartbeat : IAsyncDisposable
{
    private readonly CancellationTokenSource stop = new();
    private readonly LeaseStatements statements;
    private readonly string token;
    private readonly Func<CancellationToken, Task<DbConnection>> open;
    private readonly Task beating;
    private long renewed = Stopwatch.GetTimestamp();
    private volatile bool gone;

    public LeaseHeartbeat(LeaseStatements statements, string token, Func<CancellationToken, Task<DbConnection>> open)
    {
        (this.statements, this.token, this.open) = (statements, token, open);
        beating = Task.Run(BeatAsync);
    }

    /// <summary>Whether it was found to be another's, or could not be renewed for as long as it lasts.</summary>
    public bool IsLost => gone || Stopwatch.GetElapsedTime(Interlocked.Read(ref renewed)) > LeaseStatements.Length;

    public async ValueTask DisposeAsync()
    {
        await stop.CancelAsync();
        await beating;
        stop.Dispose();
    }

    private async Task BeatAsync()
    {
        DbConnection? connection = null;
        try
        {
            while (!gone)
            {
                await Task.Delay(LeaseStatements.Beat, stop.Token);
                try
                {
                    var asked = Stopwatch.GetTimestamp();
                    connection ??= await open(stop.Token);
                    gone = await connection.ExecuteAsync(statements.Renew, null, [token], stop.Token) != 1;
                    Interlocked.Exchange(ref renewed, asked);
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
