using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>A step as it will run: which function, with which options.</summary>
/// <param name="Step">The planned step.</param>
/// <param name="Migration">The migration, runnable.</param>
internal sealed record StepBody(PlanStep Step, LoadedMigration Migration)
{
    /// <summary>What messages call it.</summary>
    public string Title { get => field ?? $"{Migration.Descriptor.Version} ({Step.Direction.ToString().ToLowerInvariant()})"; init; }

    public MigrationOptions Options => Step.Direction == Direction.Up ? Migration.UpOptions : Migration.DownOptions;

    /// <summary>Whether it does nothing on this database, and is only recorded.</summary>
    public bool IsForOthers(Client client) => Options.Clients.Count > 0 && !Options.Clients.Contains(client);

    /// <summary>Whether nothing has to be asked for its record, which can then go with the commit.</summary>
    public bool IsRecordedWithCommit => Step.Direction == Direction.Up && Step.Migration.Source != MigrationSourceKind.BuiltIn;

    /// <summary>Runs the function, and what it left in the queue.</summary>
    public async Task RunAsync(MigrationSession session, MigratorOptions options, RunConnection connection, CancellationToken cancellationToken)
    {
        var db = new Db(session, options, connection.Client.ReadVersion(connection.Inner));
        if (Step.Direction == Direction.Up)
        {
            await Migration.Up(db, cancellationToken);
        }
        else if (Migration.Down is { } down)
        {
            await down(db, cancellationToken);
        }
        else if (Migration.IsChange)
        {
            foreach (var operation in await new ChangeReader(connection, options).InverseAsync(Migration, cancellationToken))
            {
                session.Add(operation);
            }
        }

        await session.CompleteAsync();
    }
}
