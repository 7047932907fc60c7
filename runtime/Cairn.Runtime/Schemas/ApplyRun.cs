using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.DryRuns;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.History;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Schema.Comparison;
using Cairn.Schema.Comparison.Changes;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Schemas;

/// <summary>Runs a plan's operations through the session and the sink that migrations go through, and looks at the result.</summary>
internal sealed class ApplyRun(RunConnection connection, MigratorOptions options, TrackingTables own)
{
    private const string Name = "schema:apply";

    /// <summary>The statements, written down and not sent.</summary>
    public async Task<ApplyReport> FollowAsync(ApplyReport report, ChangePlan plan, CancellationToken cancellationToken)
    {
        foreach (var statement in connection.Client.ReadOnlyStatements)
        {
            await connection.ExecuteAsync(statement, [], cancellationToken);
        }

        await using var shadow = await SchemaShadow.CreateAsync(connection, options.Target, cancellationToken);
        var sink = new RecordingSink(connection, shadow);
        using var session = new MigrationSession(connection.Client, connection.Inner, sink, cancellationToken);
        try
        {
            await Body(plan).RunAsync(session, options, connection, cancellationToken);
        }
        catch (Exception exception)
        {
            throw Mended(StepErrors.Describe(connection, Body(plan), session.Failure, exception, "Nothing was changed: this was a dry run.", cancellationToken));
        }

        var (statements, notes) = sink.Take();
        return report with { Sql = statements, Warnings = notes, DryRun = true };
    }

    /// <summary>Runs them.</summary>
    /// <exception cref="CairnException">One failed, or the result is not what was wanted (CAIRN6005).</exception>
    public async Task RunAsync(SchemaSnapshot wanted, ChangePlan plan, CancellationToken cancellationToken)
    {
        try
        {
            if (connection.Client.Dialect.Capabilities.TransactionalDdl)
            {
                await new InsideTransaction(connection, options).RunAsync(
                    Body(plan),
                    ownTransaction: true,
                    async () =>
                    {
                        await CheckAsync(wanted, cancellationToken);
                        return [];
                    },
                    cancellationToken);
            }
            else
            {
                await RunOneByOneAsync(plan, cancellationToken);
                await CheckAsync(wanted, cancellationToken);
            }
        }
        catch (CairnException exception)
        {
            throw Mended(exception);
        }
    }

    private async Task RunOneByOneAsync(ChangePlan plan, CancellationToken cancellationToken)
    {
        using var session = new MigrationSession(connection.Client, connection.Inner, connection.Sink, cancellationToken);
        var done = 0;
        try
        {
            foreach (var operation in plan.Operations)
            {
                session.Add(operation);
                await session.FlushAsync(cancellationToken);
                done++;
            }
        }
        catch (Exception exception)
        {
            var made = done == 0 ? "none" : string.Join("; ", plan.Operations.Take(done).Select(operation => operation.Describe().ReplaceLineEndings(" ")));
            var state = $"{done} of {plan.Operations.Count} changes were made and stay: {made}. This database cannot roll a change of the structure back; schema:apply goes on from here.";
            throw StepErrors.Describe(connection, Body(plan), session.Failure, exception, state, cancellationToken);
        }
    }

    private async Task CheckAsync(SchemaSnapshot wanted, CancellationToken cancellationToken)
    {
        var diff = SchemaDiffer.Compare(await StructureReader.ReadAsync(connection, own, cancellationToken), wanted);
        if (!diff.IsEmpty)
        {
            throw new CairnException(ErrorCodes.ChangeImpossible, $"The changes did not give the structure of the snapshot; what still differs: {string.Join("; ", DiffText.Lines(diff))}.")
            {
                Fix = "Make what is named by hand in a migration. Where the snapshot came from another version of the server, texts may be printed in another way: take it anew.",
            };
        }
    }

    private static StepBody Body(ChangePlan plan)
    {
        var descriptor = new MigrationDescriptor(new MigrationVersion(Name), Name, MigrationSourceKind.Host, "") { Format = ".class" };
        return new StepBody(new PlanStep(descriptor, Direction.Up), new LoadedMigration(descriptor, new MigrationSourceText("", ""))
        {
            Up = (db, _) =>
            {
                foreach (var operation in plan.Operations)
                {
                    db.Record(operation);
                }

                return Task.CompletedTask;
            },
        });
    }

    /// <summary>The words of a migration's failure are not those of a comparison's.</summary>
    private static CairnException Mended(CairnException error) => new(error.Code, error.Message.Replace($"{Name} (up)", Name, StringComparison.Ordinal), error.InnerException)
    {
        Fix = error.Fix == "Correct the migration and run again." ? "Make what fails by hand in a migration, and run again; --dry-run shows all statements." : error.Fix,
        DatabaseState = error.DatabaseState,
        Sql = error.Sql,
        Others = error.Others,
    };
}
