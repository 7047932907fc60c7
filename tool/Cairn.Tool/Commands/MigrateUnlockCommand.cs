using Cairn.Runtime.Execution;
using Cairn.Runtime.History.Locks;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Who holds the migration lock; frees one that is left behind.</summary>
internal sealed class MigrateUnlockCommand : ICommand
{
    public IReadOnlyList<string> Names => ["migrate:unlock"];

    public string Description => "Shows who holds the migration lock, and frees one left by a dead process.";

    public CommandBody Declare(CommandLineApplication app)
    {
        var force = app.Flag("--force", "Also take it away from a run that is alive: ends its database session, or takes its lease. Asks first.");
        return (context, cancellationToken) => RunAsync(context, force.HasValue(), cancellationToken);
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, bool force, CancellationToken cancellationToken)
    {
        var migrator = context.CreateMigrator(FolderUse.None);
        var owner = await migrator.LockOwnerAsync(cancellationToken);
        if (owner is null)
        {
            return Report(context, null, freed: false) with { Answer = ["Nobody holds the migration lock."] };
        }

        try
        {
            var freed = await FreeAsync(context, migrator, owner, force, cancellationToken);
            return Report(context, owner, freed) with
            {
                Answer = [$"The migration lock was held by {owner}.", freed ? "It is free now." : "It could not be freed."],
                Error = freed ? null : NotFreed(owner),
            };
        }
        catch (CairnException error)
        {
            return Report(context, owner, freed: false) with { Answer = [$"The migration lock is held by {owner}."], Error = error };
        }
    }

    private static async Task<bool> FreeAsync(CommandContext context, Migrator migrator, LockOwner owner, bool force, CancellationToken cancellationToken)
    {
        if (force && !owner.IsDead && owner.Kind != LockKind.File)
        {
            context.Printer.Note($"The migration lock is held by {owner}.");
            await Confirmation.AskAsync(context, $"take the migration lock away from {owner}, whose run then fails,", dryRun: false, cancellationToken);
        }

        return await migrator.FreeLockAsync(owner, force, cancellationToken);
    }

    private static CommandReport Report(CommandContext context, LockOwner? owner, bool freed)
    {
        var target = context.Settings.Connection.Target;
        return new CommandReport(context.Command) { Client = target.Client, Database = target.Database, Lock = LockLine.Of(owner, freed) };
    }

    private static CairnException NotFreed(LockOwner owner) => new(ErrorCodes.LockAlive, $"The migration lock of {owner} could not be freed.")
    {
        Fix = "Run the command again; if the database is busy with a statement of that session, wait for it to end.",
        DatabaseState = "The owner was told to end.",
    };
}
