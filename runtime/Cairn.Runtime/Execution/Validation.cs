using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Execution.Steps;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Planning;

namespace Cairn.Runtime.Execution;

/// <summary>What <c>migrate:validate</c> does: every script compiles, every <c>Change</c> can be undone, and what was applied is as it was.</summary>
internal sealed class Validation(MigrationRun run, MigratorOptions options)
{
    public async Task<ValidationReport> RunAsync(bool checkPending, CancellationToken cancellationToken)
    {
        var set = run.ReadSet();
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        var loading = await run.Loader.TryLoadAsync(set.Migrations, cancellationToken);
        List<CairnException> errors = [.. loading.Errors, .. await ChangesAsync(loading.Migrations, connection, cancellationToken)];
        var standing = await run.StandAsync(set, connection, alwaysCheck: true, cancellationToken);
        var status = new Migrator(options).Report(standing);
        return new ValidationReport(status, errors, [.. Findings(standing, checkPending)]);
    }

    private async Task<IReadOnlyList<CairnException>> ChangesAsync(
        IEnumerable<LoadedMigration> migrations, RunConnection connection, CancellationToken cancellationToken)
    {
        var checks = new PlanChecks(connection, options);
        var errors = new List<CairnException>();
        foreach (var migration in migrations.Where(candidate => candidate.IsChange))
        {
            errors.AddRange(await checks.ChangeAsync(migration, cancellationToken));
        }

        return errors;
    }

    private static IEnumerable<CairnException> Findings(Standing standing, bool checkPending)
    {
        foreach (var migration in standing.Changed)
        {
            yield return new CairnException(ErrorCodes.ChangedFile, $"{migration.Version} is applied, and its file is not what was applied.")
            {
                File = migration.Path,
                Fix = "Take the change back and write a new migration for it.",
            };
        }

        foreach (var row in standing.Missing.Where(row => !standing.WasRenamed(row)))
        {
            yield return new CairnException(ErrorCodes.MissingFile, $"{row.Version} ({row.Name}) is applied, and its file is gone.")
            {
                Fix = "Bring the file back from version control.",
            };
        }

        foreach (var migration in standing.Renamed)
        {
            yield return new CairnException(
                ErrorCodes.RenamedFile, $"{migration.Version} has the content of {standing.RenamedFrom(migration.Version)!.Version}, which is applied and whose file is gone.")
            {
                File = migration.Path,
                Fix = $"dotnet cairn migrate:mark {migration.Version} --renamed",
            };
        }

        foreach (var migration in standing.Pending.Where(migration => checkPending && standing.RenamedFrom(migration.Version) is null))
        {
            yield return new CairnException(ErrorCodes.PendingFound, $"{migration.Version} ({migration.Name}) is pending.")
            {
                File = migration.Path,
                Fix = "dotnet cairn migrate:latest",
            };
        }
    }
}
