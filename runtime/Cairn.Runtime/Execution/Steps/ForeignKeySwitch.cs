using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>
/// Switches the enforcement of foreign keys off for a migration that rebuilds a table on SQLite, where that works only outside a
/// transaction, and proves before the commit that no row was left referring to nothing.
/// </summary>
internal sealed class ForeignKeySwitch(RunConnection connection)
{
    private IReadOnlyDictionary<string, long>? before;

    /// <summary>Whether enforcement is off for this migration.</summary>
    public bool IsOff { get; private set; }

    /// <summary>Whether the migration must be started again with enforcement off.</summary>
    public bool RestartNeeded { get; private set; }

    /// <summary>Called when an operation needs enforcement off, inside the migration's transaction.</summary>
    /// <param name="session">The migration's session.</param>
    /// <param name="beginAgain">Ends the transaction, in which nothing was done, and begins another.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task RequireOffAsync(MigrationSession session, Func<Task> beginAgain, CancellationToken cancellationToken)
    {
        if (IsOff || !await connection.Client.ForeignKeysEnforcedAsync(connection.Inner, cancellationToken))
        {
            return;
        }

        if (session.Sent > 0)
        {
            RestartNeeded = true;
            throw new RestartWithoutForeignKeysException();
        }

        IsOff = true;
        await beginAgain();
    }

    /// <summary>Called before each transaction of the migration begins.</summary>
    public async Task ApplyAsync(CancellationToken cancellationToken)
    {
        if (RestartNeeded)
        {
            (IsOff, RestartNeeded) = (true, false);
        }

        if (IsOff)
        {
            before = await connection.Client.ForeignKeyViolationsAsync(connection.Inner, cancellationToken);
            await connection.Client.EnforceForeignKeysAsync(connection.Inner, enforce: false, cancellationToken);
        }
    }

    /// <summary>Called before the commit.</summary>
    /// <exception cref="CairnException">Rows refer to nothing that did not before (CAIRN3005).</exception>
    public async Task CheckAsync(CancellationToken cancellationToken)
    {
        if (!IsOff)
        {
            return;
        }

        var after = await connection.Client.ForeignKeyViolationsAsync(connection.Inner, cancellationToken);
        var grown = after.Where(pair => pair.Value > before!.GetValueOrDefault(pair.Key)).ToList();
        if (grown.Count > 0)
        {
            throw new CairnException(
                ErrorCodes.ForeignKeyViolation,
                $"The migration leaves rows behind that refer to nothing: {string.Join("; ", grown.Select(pair => $"{pair.Value} {pair.Key}"))}.")
            {
                Fix = "A migration that rebuilds a table on SQLite runs with foreign keys switched off, so ON DELETE does not fire in it: "
                    + "delete the referring rows first, or put the change of rows into a migration of its own.",
            };
        }
    }

    /// <summary>Called when the migration is over, outside its transaction.</summary>
    public async Task RestoreAsync()
    {
        if (IsOff)
        {
            await connection.Client.EnforceForeignKeysAsync(connection.Inner, enforce: true, CancellationToken.None);
        }
    }
}
