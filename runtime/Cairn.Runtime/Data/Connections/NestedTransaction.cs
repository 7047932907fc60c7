using Dapper;

namespace Cairn.Runtime.Data.Connections;

/// <summary>A savepoint inside the run's transaction, or a transaction of its own where the migration runs outside one.</summary>
internal sealed class NestedTransaction : IAsyncDisposable
{
    private readonly MigrationSession session;
    private readonly string? savepoint;
    private bool committed;

    private NestedTransaction(MigrationSession session, string? savepoint)
    {
        this.session = session;
        this.savepoint = savepoint;
    }

    public static async Task<NestedTransaction> BeginAsync(MigrationSession session)
    {
        await session.FlushAsync(CancellationToken.None);
        if (!session.InTransaction && session.BeginOwn is { } begin)
        {
            await begin();
            return new NestedTransaction(session, null);
        }

        var nested = new NestedTransaction(session, session.NextSavepoint());
        await nested.SendAsync($"SAVEPOINT {nested.savepoint}");
        return nested;
    }

    public async Task CommitAsync()
    {
        if (savepoint is null)
        {
            await session.EndOwn!(true);
        }
        else
        {
            await SendAsync($"RELEASE SAVEPOINT {savepoint}");
        }

        committed = true;
    }

    public async ValueTask DisposeAsync()
    {
        if (committed)
        {
            return;
        }

        session.DropQueue();
        if (savepoint is null)
        {
            await session.EndOwn!(false);
        }
        else
        {
            await SendAsync($"ROLLBACK TO SAVEPOINT {savepoint}");
            await SendAsync($"RELEASE SAVEPOINT {savepoint}");
        }
    }

    private Task SendAsync(string sql) => session.Connection.ExecuteAsync(sql);
}
