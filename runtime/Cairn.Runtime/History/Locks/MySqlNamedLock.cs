using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Cairn.Runtime.Data.Clients;

namespace Cairn.Runtime.History.Locks;

/// <summary>
/// A lock of the session by GET_LOCK, taken by trying. It is the server's, not the database's, so the name has the database in it; it outlives
/// the commits that changes of the schema make, and dies with the session. On a cluster it is the node's alone: see <see cref="MySqlCluster"/>.
/// </summary>
/// <param name="connection">The run's connection.</param>
/// <param name="name">The lock's name.</param>
/// <param name="row">Where its holder says who he is.</param>
/// <param name="classify">What an error of the driver means.</param>
internal sealed class MySqlNamedLock(DbConnection connection, string name, MySqlLease row, Func<Exception, DatabaseFailure> classify) : IRunLock
{
    private const int LongestName = 64;

    private readonly MySqlHolderNote note = new(connection, row);

    private bool held;

    /// <summary>The lock's name for a tracking table; one that is given as <c>database.table</c> is the same from wherever it is used.</summary>
    public static string NameOf(string database, string trackingTable)
    {
        // MySQL does not tell apart the case of locks' names, and tables' names only on some systems.
        var table = (trackingTable.Contains('.', StringComparison.Ordinal) ? trackingTable : $"{database}.{trackingTable}").ToLowerInvariant();
        var full = "cairn:" + table;
        return full.Length <= LongestName ? full : $"cairn:{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(table)))[..40]}";
    }

    /// <summary>One is the only answer that means yes: zero, null and an error all occur.</summary>
    public async Task<bool> TryAcquireAsync(CancellationToken cancellationToken)
    {
        held = await connection.ScalarAsync("SELECT GET_LOCK(@p0, 0)", [name], cancellationToken) is { } answer and not DBNull
            && Convert.ToInt64(answer, CultureInfo.InvariantCulture) == 1;
        if (held)
        {
            await note.WriteAsync(classify, cancellationToken);
        }

        return held;
    }

    public async Task<string?> HolderAsync(CancellationToken cancellationToken) => (await FindOwnerAsync(cancellationToken))?.ToString();

    public async Task ReleaseAsync()
    {
        if (!held)
        {
            return;
        }

        held = false;
        try
        {
            try
            {
                await note.RemoveAsync(CancellationToken.None);
            }
            finally
            {
                await connection.ScalarAsync("SELECT RELEASE_LOCK(@p0)", [name], CancellationToken.None);
            }
        }
        catch (Exception exception) when (exception is DbException or InvalidOperationException or IOException)
        {
            // The connection is gone, and the lock with it.
        }
    }

    public Task<LockOwner?> FindOwnerAsync(CancellationToken cancellationToken) => Sessions.FindAsync(cancellationToken);

    public async Task<bool> TakeAwayAsync(LockOwner owner, CancellationToken cancellationToken) =>
        owner.Session is { } session && await Sessions.EndAsync(session, cancellationToken);

    private MySqlSessions Sessions => new(connection, name, note);
}
