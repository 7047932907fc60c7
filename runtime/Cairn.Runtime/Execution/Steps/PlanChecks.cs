using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Schema.Dialects;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>Everything about loaded migrations that can be found out without running them.</summary>
internal sealed class PlanChecks(RunConnection connection, MigratorOptions options)
{
    /// <exception cref="CairnException">CAIRN1011, 2009, 3008; all that were found, one with the others in it.</exception>
    public async Task CheckAsync(
        Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, RunMode mode, CancellationToken cancellationToken)
    {
        var errors = new List<CairnException>();
        foreach (var body in plan.Steps.Where(step => !step.IsRecordOnly).Select(step => new StepBody(step, loaded[step.Migration.Version])))
        {
            errors.AddRange(BesideReplaced(body, plan));
            if (mode.SingleTransaction)
            {
                errors.AddRange(SingleTransaction(body));
            }

            if (body.Step.Direction == Direction.Down)
            {
                errors.AddRange(Reversible(body, mode.Force));
            }

            if (body.Migration.Class is { } type && !body.IsForOthers(connection.Client.Client) && MigrationActivator.Check(type, options.Services) is { } missing)
            {
                errors.Add(missing);
            }

            if (body.Migration.IsChange && !body.IsForOthers(connection.Client.Client))
            {
                errors.AddRange(await ChangeAsync(body.Migration, cancellationToken));
            }
        }

        ErrorList.ThrowIfAny(errors);
    }

    /// <summary>What is wrong with a <c>Change</c> that cannot be undone; nothing for any other form.</summary>
    public async Task<IReadOnlyList<CairnException>> ChangeAsync(LoadedMigration migration, CancellationToken cancellationToken)
    {
        try
        {
            await new ChangeReader(connection, options).InverseAsync(migration, cancellationToken);
            return [];
        }
        catch (CairnException error)
        {
            return [error];
        }
    }

    /// <summary>A file that another one replaces, and that is still there, must not run beside it.</summary>
    private static IEnumerable<CairnException> BesideReplaced(StepBody body, Plan plan) => body.Step.Direction == Direction.Down || body.Options.Replaces.Count == 0 ? [] : plan.Steps
        .Where(step => step.Migration.Version != body.Step.Migration.Version && body.Options.Replaces.Contains(step.Migration.Version.Text, StringComparer.OrdinalIgnoreCase))
        .Select(step => new CairnException(ErrorCodes.SquashHalfApplied, $"{body.Step.Migration.Path} replaces {step.Migration.Path}, which is still there and would run too.")
        {
            File = step.Migration.Path,
            DatabaseState = "Nothing was run.",
            Fix = "Take the replaced file away; migrate:squash keeps such files in the folder squashed.",
        });

    private IEnumerable<CairnException> SingleTransaction(StepBody body)
    {
        var why = !connection.Client.Dialect.Capabilities.TransactionalDdl
            ? $"{Refusal.DisplayName(connection.Client.Client)} commits at every change of the schema"
            : body.Options.NoTransaction ? $"{body.Step.Migration.Version} runs outside a transaction" : null;
        if (why is not null)
        {
            yield return new CairnException(ErrorCodes.SingleTransactionImpossible, $"The run cannot be one transaction: {why}.")
            {
                File = body.Step.Migration.Path,
                DatabaseState = "Nothing was run.",
                Fix = "Run without --single-transaction.",
            };
        }
    }

    private static IEnumerable<CairnException> Reversible(StepBody body, bool force)
    {
        if (body.Migration is { IsChange: false, Down: null } || body.Migration.Irreversible is not null)
        {
            var forced = force && body.Migration.Down is not null;
            if (!forced)
            {
                yield return new CairnException(
                    ErrorCodes.Irreversible, $"{body.Step.Migration.Version} cannot be rolled back: {body.Migration.Irreversible ?? "it has no Down"}.")
                {
                    File = body.Step.Migration.Path,
                    DatabaseState = "Nothing was run.",
                    Fix = body.Migration.Down is null
                        ? "Write a migration that goes on from here; or take the record alone away with migrate:mark --unapply."
                        : "Write a migration that goes on from here; --force runs its Down all the same.",
                };
            }
        }
    }
}
