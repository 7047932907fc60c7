using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Rehearsals;
using Cairn.Runtime.Drills.Stories;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;
using Cairn.Runtime.Squashes.Trials;
using Cairn.Schema.Comparison;
using Cairn.Schema.Comparison.Changes;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Squashes;

/// <summary>
/// Makes one migration of all up to a version: runs the old ones on an empty scratch database, writes what makes the same, runs that on another, and compares. The database itself is only read.
/// </summary>
/// <param name="options">The database, the migrations and the policies, as for a <see cref="Migrator"/>.</param>
/// <param name="render">Writes the text of a migration, in a format that is among the options'.</param>
public sealed class Squasher(MigratorOptions options, Func<SquashDraft, string> render)
{
    /// <summary>The text of the new migration, proven or not: that is in the report.</summary>
    /// <param name="request">What to squash.</param>
    /// <param name="observer">Is told what happens.</param>
    /// <param name="cancellationToken">Stops it; the scratch databases are dropped all the same.</param>
    /// <exception cref="CairnException">It must not be squashed (CAIRN1005, 5201), or something of it has no words (CAIRN6005), or no scratch database can be had (CAIRN5002, 5003, 5005).</exception>
    public async Task<SquashReport> PrepareAsync(SquashRequest request, IDrillObserver observer, CancellationToken cancellationToken)
    {
        var run = new MigrationRun(options);
        var set = run.ReadSet();
        SquashRange range;
        await using (var reading = await run.OpenAsync(readOnly: true, cancellationToken))
        {
            range = SquashPlanner.Choose(await run.StandAsync(set, reading, alwaysCheck: true, cancellationToken), request.To);
        }

        var phase = SquashPlanner.Check(range, await run.Loader.LoadAsync(range.Migrations, cancellationToken), options.Target.Client);
        observer.Note($"running {range.Migrations.Count} migrations on an empty scratch database");
        var old = await OldAsync(range, request, observer, cancellationToken);
        var draft = Draft(range, phase, old);
        observer.Note("running what stands for them on another one");
        var proof = await TryAsync(draft, old, request, observer, cancellationToken);
        if (proof.WhyNoWayBack is { } why && draft.Down is not null)
        {
            proof = await TryAsync(draft with { Down = null, WhyNoWayBack = why }, old, request, observer, cancellationToken);
        }

        return proof;
    }

    /// <summary>Records, on the database, what stands for others that are all applied, and runs nothing else but Cairn's own migrations.</summary>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public Task<RunReport> RecordAsync(CancellationToken cancellationToken) => new MigrationRun(options).RunAsync(Planner.Record, new RunMode(ChecksFiles: true), cancellationToken);

    private async Task<OldWay> OldAsync(SquashRange range, SquashRequest request, IDrillObserver observer, CancellationToken cancellationToken)
    {
        await using var trial = await Trial.BeginAsync(options, request, observer, cancellationToken);
        var empty = await trial.ReadAsync(cancellationToken);
        try
        {
            await trial.UpAsync(range.Version.Text, cancellationToken);
        }
        catch (CairnException error) when (error.Code != ErrorCodes.Cancelled)
        {
            throw new CairnException(ErrorCodes.SquashRefused, $"The migrations up to {range.Version} do not run on an empty database: {error.Message}", error)
            {
                File = error.File,
                Line = error.Line,
                Sql = error.Sql,
                Fix = "What they need and do not make (an extension, a schema, another application's tables) must be made by a migration before them.",
                DatabaseState = SquashErrors.Untouched,
            };
        }

        var state = await trial.ReadAsync(cancellationToken);
        var rows = await trial.TakeRowsAsync(state, request.MostRows, cancellationToken);
        return new OldWay(empty, state, rows, await trial.TakeCountersAsync(state, cancellationToken));
    }

    private SquashDraft Draft(SquashRange range, Phase phase, OldWay old)
    {
        var dialect = DatabaseClients.For(options.Target.Client).Dialect;
        var up = ChangePlanner.Plan(old.Empty.Structure, old.State.Structure, dialect);
        var (down, why) = Back(old, dialect);
        var filled = old.State.Contents.Values.Count(table => table.Rows > 0);
        return new SquashDraft(range, options.Target.Client, [.. WithRows(up, old)], down)
        {
            WhyNoWayBack = why,
            Phase = phase,
            Notes =
            [
                $"{range.Migrations.Count} migrations, {range.Migrations[0].Version} to {range.Version}, as one. Made by migrate:squash, which keeps the old files in the folder squashed.",
                $"For {Refusal.DisplayName(options.Target.Client)} alone; proven on {old.State.Structure.ServerVersion}: structure {Fingerprint.Of(old.State.Structure)[..16]}, "
                + $"{ScalarQuery.Rows(old.State.Contents.Values.Sum(table => table.Rows))} in {filled} {(filled == 1 ? "table" : "tables")}.",
                "Where all of them are applied, it is recorded and does not run.",
            ],
        };
    }

    /// <summary>Rows come when their tables are there, before triggers and foreign keys can get in their way.</summary>
    private IEnumerable<SchemaOperation> WithRows(ChangePlan up, OldWay old)
    {
        var rows = old.Rows.Concat(old.Counters).Select(SchemaOperation (sql) => new RawSql(sql)).ToList();
        if (old.Rows.Count > 0 && options.Target.Client == Client.Sqlite)
        {
            // There foreign keys are part of a table: they are looked at when all rows are in.
            rows.Insert(0, new RawSql("PRAGMA defer_foreign_keys = ON"));
        }

        return
        [
            .. up.Operations.Take(up.BeforeRows), .. rows, .. up.Operations.Skip(up.BeforeRows),
            .. old.Rows.Count > 0 ? ChangePlanner.Refresh(old.State.Structure) : [],
        ];
    }

    private static (IReadOnlyList<SchemaOperation>? Down, string? Why) Back(OldWay old, Dialect dialect)
    {
        try
        {
            return (ChangePlanner.Plan(old.State.Structure, old.Empty.Structure, dialect).Operations, null);
        }
        catch (CairnException exception) when (exception.Code == ErrorCodes.ChangeImpossible)
        {
            return (null, exception.Message);
        }
    }

    /// <summary>Runs the new migration on an empty database, compares, and looks whether its way back leads to the beginning.</summary>
    private async Task<SquashReport> TryAsync(SquashDraft draft, OldWay old, SquashRequest request, IDrillObserver observer, CancellationToken cancellationToken)
    {
        var text = render(draft);
        var range = draft.Range;
        var migration = new MigrationDescriptor(range.Version, range.Name, MigrationSourceKind.Custom, range.Display) { Format = ".csx", EmbeddedText = () => text };
        await using var trial = await Trial.BeginAsync(options with { Sources = [new OneMigration(migration)] }, request, observer, cancellationToken);
        try
        {
            await trial.UpAsync(range.Version.Text, cancellationToken);
        }
        catch (CairnException error) when (error.Code != ErrorCodes.Cancelled)
        {
            throw new CairnException(ErrorCodes.SquashNotProven, $"The one migration that stands for {range.Migrations.Count} does not run: {error.Message}", error)
            {
                Sql = error.Sql,
                Line = error.Line,
                Fix = "--dry-run shows its text. Squash up to a version before the migration that makes this.",
                DatabaseState = SquashErrors.Untouched,
            };
        }

        var state = await trial.ReadAsync(cancellationToken);
        var proof = Comparison.Of(options.Target, draft, text, old, state, await trial.TakeCountersAsync(state, cancellationToken));
        return proof.IsProven && draft.Down is not null ? proof with { WhyNoWayBack = await WayBackAsync(trial, old.Empty, cancellationToken) } : proof;
    }

    private static async Task<string?> WayBackAsync(Trial trial, DrillState empty, CancellationToken cancellationToken)
    {
        try
        {
            await trial.DownAsync(cancellationToken);
        }
        catch (CairnException error) when (error.Code != ErrorCodes.Cancelled)
        {
            return $"its way back failed when it was tried: {error.Message}";
        }

        var left = SchemaDiffer.Compare((await trial.ReadAsync(cancellationToken)).Structure, empty.Structure);
        return left.IsEmpty ? null : $"its way back left something behind when it was tried: {string.Join("; ", DiffText.Lines(left))}";
    }

    private sealed class OneMigration(MigrationDescriptor migration) : IMigrationSource
    {
        public SourceListing List(MigrationNaming naming) => new([migration], []);
    }
}
