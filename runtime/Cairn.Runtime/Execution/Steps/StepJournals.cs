using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.History;
using Cairn.Runtime.History.Journals;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution.Steps;

/// <summary>The journals of a run's steps: which steps have one, and what earlier runs left in them.</summary>
internal sealed class StepJournals(RunConnection connection, JournalTable table, IReadOnlyList<HalfRun> halfRuns, string runId, ResumeAnswer? answer)
{
    public static async Task<StepJournals> ReadAsync(
        RunConnection connection, TrackingTables tables, string runId, ResumeAnswer? answer, CancellationToken cancellationToken)
    {
        var table = new JournalTable(connection, tables);
        return new StepJournals(connection, table, await table.ReadAsync(cancellationToken), runId, answer);
    }

    /// <summary>What was begun and neither recorded nor undone.</summary>
    public IReadOnlyList<HalfRun> HalfRuns { get; } = [.. halfRuns.Where(half => half.Units.Count > 0)];

    /// <summary>
    /// Whether a step runs by its journal. Cairn's own migrations do not: they make the journal, and say everything so that saying it twice does no harm.
    /// </summary>
    public bool IsFor(StepBody body) => body.Step.Migration.Source != MigrationSourceKind.BuiltIn
        && (body.Options.NoTransaction || !connection.Client.Dialect.Capabilities.TransactionalDdl);

    public RunJournal Open(StepBody body, bool replays = false)
    {
        var migration = body.Step.Migration;
        var before = halfRuns.FirstOrDefault(half => half.Version == migration.Version && half.Direction == body.Step.Direction);
        return new RunJournal(table, migration, body.Step.Direction, body.Migration.Source.Checksum, runId, before, answer) { Replays = replays };
    }

    /// <summary>What stands in the way of a plan: a half run migration that it does not go on with, or that is another one now.</summary>
    public IEnumerable<CairnException> Check(Plan plan, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded)
    {
        foreach (var half in HalfRuns)
        {
            var first = plan.Steps.FirstOrDefault(step => step.Migration.Source != MigrationSourceKind.BuiltIn && !step.IsRecordOnly);
            var step = plan.Steps.FirstOrDefault(step => step.Migration.Version == half.Version && step.Direction == half.Direction && !step.IsRecordOnly);
            if (step is null || (first is not null && first.Migration.Version != half.Version && !IsHalfRun(first)))
            {
                yield return Elsewhere(half);
            }
            else if (half.Units.Any(unit => unit.Checksum != loaded[step.Migration.Version].Source.Checksum))
            {
                yield return Changed(half, step);
            }
        }
    }

    private bool IsHalfRun(PlanStep step) => HalfRuns.Any(half => half.Version == step.Migration.Version && half.Direction == step.Direction);

    private static CairnException Elsewhere(HalfRun half) => new(
        ErrorCodes.HalfRunElsewhere, $"{half.Version} is half run ({half.Direction.ToString().ToLowerInvariant()}), and this run would not go on with it first.")
    {
        DatabaseState = HalfRunText.Of(half.Version, half.Units),
        Fix = half.Direction == Direction.Up
            ? $"dotnet cairn migrate:up {half.Version} goes on with it; migrate:latest --undo-failed takes back what it did. Where its file is gone, bring it back."
            : $"dotnet cairn migrate:down {half.Version} goes on with it.",
    };

    private static CairnException Changed(HalfRun half, PlanStep step) => new(
        ErrorCodes.HalfRunChanged, $"{half.Version} was changed after it was half run: going on with another text would mix the two.")
    {
        File = step.Migration.Path,
        DatabaseState = HalfRunText.Of(half.Version, half.Units),
        Fix = "Bring the text back to what was run (the history log has it) and run again; or take the done steps back with migrate:latest --undo-failed, then run the new text.",
    };
}
