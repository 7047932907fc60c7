using Cairn.Runtime.Adoptions.Reading;
using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Adoptions.Matches;

/// <summary>Decides what is recorded. Pure, as <see cref="Planner"/>; refused as a whole, with all reasons told.</summary>
internal static class AdoptionPlanner
{
    /// <param name="system">Whose records.</param>
    /// <param name="table">The table, for messages.</param>
    /// <param name="history">What it says.</param>
    /// <param name="standing">The migrations and what is recorded; with checksums where a renamed one may be among them.</param>
    /// <param name="request">What was asked for.</param>
    /// <exception cref="CairnException">CAIRN1016, 5304, 5305, 5306, 5307.</exception>
    public static Adoption Plan(AdoptedSystem system, string table, OtherHistory history, Standing standing, AdoptRequest request)
    {
        var candidates = standing.Set.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => new Candidate(migration)).ToList();
        var matcher = new RowMatcher(system, candidates, request);
        var matched = matcher.Match(history.Applied);
        var below = BelowBaseline(history.Baseline, candidates, matched);
        var adopted = below.Concat(matched.Where(row => row.Found is not null).Select(row => new AdoptedMigration(row.Found!.Migration, row.Row.AppliedAt)))
            .Where(step => !standing.History.Has(step.Migration.Version))
            .DistinctBy(step => step.Migration.Version)
            .ToList();
        var unmatched = matched.Where(row => row.Found is null).ToList();
        ErrorList.ThrowIfAny(
        [
            .. history.Failed.Select(text => OtherErrors.Failed(system, table, text)),
            .. matcher.Errors,
            .. request.IgnoreUnmatched ? [] : Unmatched(system, table, unmatched),
            .. Findings.Renamed(standing, adopted.Select(step => step.Migration)),
        ]);
        return new Adoption(adopted, Rows(history, matched, standing), [.. Late(system, standing, adopted)]);
    }

    /// <summary>The standing that recording makes.</summary>
    public static Standing After(Standing standing, Adoption adoption) => After(standing, adoption.Migrations);

    private static Standing After(Standing standing, IReadOnlyList<AdoptedMigration> adopted) => new(
        standing.Set,
        new HistoryState([.. standing.History.Applied, .. adopted.Select(step => new AppliedMigration(step.Migration.Version, step.Migration.Name, step.AppliedAt ?? DateTimeOffset.UnixEpoch))]));

    // Of what is at or below the baseline Flyway has no rows, and never runs it.
    private static IEnumerable<AdoptedMigration> BelowBaseline(OtherRow? baseline, List<Candidate> candidates, IReadOnlyList<MatchedRow> matched)
    {
        var found = matched.Select(row => row.Found).ToHashSet();
        return baseline?.Version is not { } version
            ? []
            : candidates
                .Where(candidate => !found.Contains(candidate) && VersionForm.Compare(candidate.Migration.Version.Text, version) <= 0)
                .Select(candidate => new AdoptedMigration(candidate.Migration, baseline.AppliedAt));
    }

    // Where the tool's own migrations are in the table, most rows have no file here; those that seem to have one under another day are told all the same.
    private static IEnumerable<CairnException> Unmatched(AdoptedSystem system, string table, List<MatchedRow> rows) => rows
        .Where(row => row.Near is not null || !system.KeepsOwnMigrations)
        .Select(row => OtherErrors.Unmatched(system, table, row));

    private static IReadOnlyList<AdoptedRow> Rows(OtherHistory history, IReadOnlyList<MatchedRow> matched, Standing standing) =>
    [
        .. matched.Select(row => new AdoptedRow(row.Row.Text, State(row, standing))
        {
            Version = row.Found?.Migration.Version.Text,
            AppliedAt = row.Row.AppliedAt,
            Note = row switch
            {
                { Found: { } found } when found.IsNamedOtherwise(row.Row) => $"its name here is {found.Migration.Name}",
                { Near: { } near } => $"{near.Migration.Path} has its description",
                _ => null,
            },
        }),
        .. history.Baseline is { } baseline
            ? [new AdoptedRow(baseline.Text, AdoptedRowState.Left) { AppliedAt = baseline.AppliedAt, Note = "the baseline: migrations up to it count as applied" }]
            : Array.Empty<AdoptedRow>(),
        .. history.Left.Select(line => new AdoptedRow(line.Text, AdoptedRowState.Left) { Note = line.Why }),
    ];

    private static AdoptedRowState State(MatchedRow row, Standing standing) =>
        row.Found is null ? AdoptedRowState.Unmatched : standing.History.Has(row.Found.Migration.Version) ? AdoptedRowState.Recorded : AdoptedRowState.Adopted;

    private static IEnumerable<string> Late(AdoptedSystem system, Standing standing, IReadOnlyList<AdoptedMigration> adopted)
    {
        var after = After(standing, adopted);
        return Words.Shorten([.. after.Pending.Where(after.IsOutOfOrder).Select(migration =>
            $"{migration.Path} is pending and older than {after.NewestApplied}, but {system.Title} has no record of it: migrate:latest will run it. If its change is in the database, say dotnet cairn migrate:mark {migration.Version}.")]);
    }
}
