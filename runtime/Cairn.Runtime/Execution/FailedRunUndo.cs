using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Journals;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Execution;

/// <summary>
/// Takes back what a migration did outside a transaction before it failed: its script is read again up to where it stopped, and its
/// operations are undone in reverse. Whether all of them can be is found out before the first is.
/// </summary>
internal sealed class FailedRunUndo(MigrationRun run, MigratorOptions options)
{
    public Task<RunReport> RunAsync(CancellationToken cancellationToken) => run.LockedAsync(
        async connection =>
        {
            var journals = await StepJournals.ReadAsync(connection, run.Tables, Guid.NewGuid().ToString(), null, cancellationToken);
            var report = new RunReport(options.Target.Client, options.Target.Database);
            if (journals.HalfRuns.Count == 0)
            {
                return report with { Warnings = ["No migration is half run, so there is nothing to take back."] };
            }

            var outcomes = new List<MigrationOutcome>();
            foreach (var half in journals.HalfRuns)
            {
                outcomes.Add(await UndoAsync(connection, journals, half, cancellationToken));
            }

            return report with { Migrations = outcomes };
        },
        cancellationToken);

    private async Task<MigrationOutcome> UndoAsync(RunConnection connection, StepJournals journals, HalfRun half, CancellationToken cancellationToken)
    {
        var migration = await FindAsync(connection, half, cancellationToken);
        var loaded = await run.Loader.LoadAsync([migration], cancellationToken);
        var body = new StepBody(new PlanStep(migration, half.Direction), loaded[migration.Version]);
        var journal = journals.Open(body, replays: true);
        using var session = OutsideTransaction.OpenSession(connection, journal, cancellationToken);
        await ReplayAsync(body, session, connection, cancellationToken);
        var done = new List<(JournalRow Row, SchemaOperation Operation)>();
        foreach (var (row, operation) in session.Replayed)
        {
            if (await IsDoneAsync(session, row, operation, half, cancellationToken))
            {
                done.Add((row, operation ?? throw Impossible(half, row, "it changed rows")));
            }
        }

        var inverses = done.AsEnumerable().Reverse().Select(unit => (unit.Row, Undo: Inverse(half, unit))).ToList();
        session.Journal = null;
        foreach (var (row, undo) in inverses)
        {
            await new UnitUndo(connection, session, journal).RunAsync(row, undo, cancellationToken);
        }

        await journal.ClearAsync(cancellationToken);
        return Outcomes.Of(body.Step with { Direction = half.Direction == Direction.Up ? Direction.Down : Direction.Up }, OutcomeState.RolledBack);
    }

    private async Task ReplayAsync(StepBody body, MigrationSession session, RunConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            await body.RunAsync(session, options, connection, cancellationToken);
        }
        catch (ReplayEndedException)
        {
            // The script was followed up to where it stopped; that is all that is wanted.
        }
    }

    private static async Task<bool> IsDoneAsync(MigrationSession session, JournalRow row, SchemaOperation? operation, HalfRun half, CancellationToken cancellationToken) => row.State switch
    {
        JournalState.Done => true,
        JournalState.Failed => row.StatementsDone > 0 ? throw Impossible(half, row, "it was done in part") : false,
        JournalState.Undoing => operation is not null && !await session.WasDoneAsync(row, operation, cancellationToken),
        _ when row.Kind == JournalKind.Batch => throw Impossible(half, row, "it changed rows"),
        _ when row.StatementsDone > 0 => throw Impossible(half, row, "it was done in part"),
        _ => operation is not null && await session.WasDoneAsync(row, operation, cancellationToken),
    };

    private static SchemaOperation Inverse(HalfRun half, (JournalRow Row, SchemaOperation Operation) unit)
    {
        var inverse = unit.Operation.Invert();
        return inverse.Operation ?? throw Impossible(half, unit.Row, inverse.WhyNot!);
    }

    /// <summary>The script as it was run: the file where it is the same, else the text that the log has.</summary>
    private async Task<MigrationDescriptor> FindAsync(RunConnection connection, HalfRun half, CancellationToken cancellationToken)
    {
        var checksum = half.Units[0].Checksum;
        var known = run.ReadSet().Find(half.Version);
        if (known is not null && (await run.Loader.ReadAsync(known, cancellationToken)).Checksum == checksum)
        {
            return known;
        }

        var kept = await new HistoryTable(connection, run.Tables).ReadTextAsync(half.Version, checksum, cancellationToken)
            ?? throw new CairnException(ErrorCodes.UndoImpossible, $"The text that {half.Version} was half run from is neither in its file nor in the history log.")
            {
                DatabaseState = HalfRunText.Of(half.Version, half.Units),
                Fix = "Bring the file back as it was and try again.",
            };
        return new MigrationDescriptor(half.Version, kept.Name, MigrationSourceKind.Custom, known?.Path ?? $"history:{half.Version}")
        {
            Format = kept.Format,
            FilePath = known?.FilePath,
            EmbeddedText = () => kept.Text,
        };
    }

    private static CairnException Impossible(HalfRun half, JournalRow row, string why) => new(
        ErrorCodes.UndoImpossible, $"What {half.Version} did cannot all be taken back: step {row.Position}, \"{row.Description}\": {why}.")
    {
        DatabaseState = "Nothing was taken back.\n" + HalfRunText.Of(half.Version, half.Units),
        Fix = "Mend what made it fail and let migrate:latest go on with it; or take the steps back by hand and then empty cairn_journal for this version.",
    };
}
