using System.Data.Common;
using System.Diagnostics;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Data.Statements;
using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Migrations;
using Cairn.Schema;

namespace Cairn.Runtime.Drills.Crashes;

/// <summary>Kills its own process in the middle of a migration. Only on a copy that has the mark of the drill that gave the word.</summary>
internal sealed class CrashPoint(CrashWord word, Client client) : IStatementProbe
{
    private bool here;
    private int sent;

    /// <summary>The point of this process; null where it has no word, or is connected to anything but the copy that the word is for.</summary>
    /// <param name="connection">The run's.</param>
    /// <param name="tracking">The tracking table: the mark is in its schema.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async Task<CrashPoint?> FindAsync(RunConnection connection, TableName tracking, CancellationToken cancellationToken)
    {
        if (Environment.GetEnvironmentVariable(CrashWord.Variable) is not { Length: > 0 } text || CrashWord.Read(text) is not { } word)
        {
            return null;
        }

        try
        {
            var mark = connection.Client.Dialect.Quote(new TableName(CrashWord.Table, tracking.Schema));
            var rows = await connection.QueryAsync($"SELECT token FROM {mark}", [], cancellationToken);
            return rows.Any(row => string.Equals(row.Text("token"), word.Token, StringComparison.Ordinal)) ? new CrashPoint(word, connection.Client.Client) : null;
        }
        catch (DbException)
        {
            // There is no such table: this is no copy, and the word counts for nothing.
            return null;
        }
    }

    public void Begin(MigrationVersion version, Direction direction) =>
        (here, sent) = (direction == Direction.Up && string.Equals(version.Text, word.Version, StringComparison.OrdinalIgnoreCase), 0);

    public void Sending(string sql)
    {
        if (word.Real is { } real)
        {
            RealDatabaseGuard.Check(sql, real);
        }

        if (here && !StatementKinds.OnlyReads(client, sql))
        {
            DieAfter(word.After);
            sent++;
        }
    }

    public Task SentAsync(SentStatement statement, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken)
    {
        if (here && sent > 0)
        {
            DieAfter(word.After);
        }

        return Task.CompletedTask;
    }

    /// <summary>As the operating system ends a process that it is told to: nothing is disposed of, nothing rolled back, no connection closed.</summary>
    private void DieAfter(int statements)
    {
        if (sent < statements)
        {
            return;
        }

        using var own = Process.GetCurrentProcess();
        own.Kill();
        Thread.Sleep(Timeout.Infinite);
    }
}
