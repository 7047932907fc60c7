using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Chooses what to roll back, and refuses what cannot be.</summary>
internal static class DownPlan
{
    /// <summary>What may be rolled back; never empty.</summary>
    public static IReadOnlyList<AppliedMigration> NewestFirst(Standing standing, bool includeBuiltIn)
    {
        var rows = AppliedOrder.OldestFirst(standing.History.Applied, standing.Set.Naming.Order)
            .Where(row => (includeBuiltIn || !standing.IsBuiltIn(row)) && !standing.IsReplaced(row))
            .Reverse()
            .ToList();
        return rows.Count > 0 ? rows : throw new CairnException(ErrorCodes.NothingApplied, "No migration is applied, so there is none to roll back.")
        {
            Fix = standing.History.Applied.Count > 0
                ? "Only Cairn's own migrations are applied; --include-built-in rolls them back too."
                : "dotnet cairn migrate:list shows how each migration stands.",
        };
    }

    public static IReadOnlyList<AppliedMigration> Choose(Standing standing, DownRequest request)
    {
        Known.Steps(request.Steps);
        if ((request.Version is not null && request.To is not null) || (request.Steps > 1 && (request.Version ?? request.To) is not null))
        {
            throw new CairnException(ErrorCodes.CommandLineInvalid, "A version, --to and --steps cannot be combined: each says by itself what to roll back.")
            {
                Fix = "Leave all but one of them out.",
            };
        }

        if (request.Version is not null)
        {
            return [Named(standing, request)];
        }

        return request.To is not null
            ? After(standing, request)
            : [.. NewestFirst(standing, request.IncludeBuiltIn).Take(request.Steps)];
    }

    /// <param name="standing">The set and the history.</param>
    /// <param name="policies">What to do about changed files.</param>
    /// <param name="rows">What is rolled back.</param>
    /// <param name="fromHistory">By the recorded text where the file is gone.</param>
    /// <param name="force">Also what stands for migrations that were applied one by one.</param>
    public static Plan Checked(Standing standing, PlanPolicies? policies, IReadOnlyList<AppliedMigration> rows, bool fromHistory, bool force = false)
    {
        var verdict = new Verdict();
        verdict.Refuse(rows.Where(row => !force && Replaced(standing, row) is not null).Select(row => StandsForMany(standing, row)));
        verdict.Refuse(rows.Where(row => standing.Set.Find(row.Version) is null && !(fromHistory && row.HasSource)).Select(row => Gone(standing, row)));
        verdict.Judge(
            (policies ?? new PlanPolicies()).Changed,
            rows.Where(row => standing.IsChanged(row.Version)).Select(row => Findings.Changed(standing.Set.Find(row.Version)!, row)));
        return new Plan([.. rows.Select(row => Step(standing, row))], verdict.WarningsOrThrow());
    }

    private static AppliedMigration Named(Standing standing, DownRequest request)
    {
        var row = NotReplaced(standing, Known.Applied(standing, request.Version!));
        return request.IncludeBuiltIn || !standing.IsBuiltIn(row) ? row : throw new CairnException(
            ErrorCodes.BuiltInNotRolledBack, $"{row.Version} ({row.Name}) is one of Cairn's own migrations: it made the tables that the others are recorded in.")
        {
            Fix = "To roll it back all the same, add --include-built-in.",
        };
    }

    private static IReadOnlyList<AppliedMigration> After(Standing standing, DownRequest request)
    {
        var stays = NotReplaced(standing, Known.Applied(standing, request.To!));
        return
        [
            .. NewestFirst(standing, includeBuiltIn: true)
                .TakeWhile(row => row.Version != stays.Version)
                .Where(row => request.IncludeBuiltIn || !standing.IsBuiltIn(row)),
        ];
    }

    private static PlanStep Step(Standing standing, AppliedMigration row)
    {
        var known = standing.Set.Find(row.Version);
        var migration = known ?? new MigrationDescriptor(row.Version, row.Name, standing.SourceOf(row), $"history:{row.Version}")
        {
            Format = row.Format ?? ".csx",
        };
        return new PlanStep(migration, Direction.Down) { Applied = row, FromHistory = known is null, Replaced = Replaced(standing, row) };
    }

    /// <summary>The records that go with a migration's own: of what it replaces and what was applied one by one. Null where there are none.</summary>
    private static IReadOnlyList<AppliedMigration>? Replaced(Standing standing, AppliedMigration row) =>
        standing.SquashOf(row.Version) is { State: SquashState.Due or SquashState.Recorded } squash && squash.Applied.Where(other => other.Version != row.Version).ToList() is { Count: > 0 } rows
            ? rows
            : null;

    private static CairnException StandsForMany(Standing standing, AppliedMigration row) => new(
        ErrorCodes.Irreversible,
        $"{row.Version} stands for {Replaced(standing, row)!.Count + 1} migrations that were applied to this database one by one: rolling it back would drop everything that they made.")
    {
        File = standing.Set.Find(row.Version)?.Path,
        DatabaseState = "Nothing was run.",
        Fix = "To go back to one of them, check out the revision before the squash and roll back there. --force drops everything all the same.",
    };

    /// <summary>A rollback cannot end, or begin, in the middle of what one migration stands for.</summary>
    private static AppliedMigration NotReplaced(Standing standing, AppliedMigration row) => !standing.IsReplaced(row) ? row : throw new CairnException(
        ErrorCodes.MissingFile,
        $"{row.Version} ({row.Name}) was replaced by {(standing.ReplacedBy(row) is { } by ? by.Path : "another migration")}: its own way back is no longer there.")
    {
        DatabaseState = "Nothing was run.",
        Fix = "Check out the revision before the squash, and roll back there.",
    };

    private static CairnException Gone(Standing standing, AppliedMigration row)
    {
        var renamed = standing.Renamed.FirstOrDefault(migration => standing.RenamedFrom(migration.Version) == row);
        return new CairnException(ErrorCodes.MissingFile, $"{row.Version} ({row.Name}) cannot be rolled back: its file is gone.")
        {
            Fix = (renamed, row.HasSource) switch
            {
                ({ } to, _) => $"{to.Path} has its content. Record the new name: dotnet cairn migrate:mark {to.Version} --renamed.",
                (_, true) => "Bring the file back, or roll back with the text as it was applied: --from-history.",
                _ => $"Bring the file back (the history has no text of it, so --from-history cannot help), or record it as not applied: dotnet cairn migrate:mark {row.Version} --unapply.",
            },
        };
    }
}
