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
        return new ValidationReport(status, errors, [.. Judge(standing, checkPending)]);
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

    private static IEnumerable<CairnException> Judge(Standing standing, bool checkPending) =>
    [
        .. Findings.Changed(standing),
        .. Findings.Missing(standing),
        .. Findings.Renamed(standing, standing.Pending),
        .. Findings.HalfReplaced(standing),
        .. checkPending ? Findings.Pending(standing) : [],
    ];
}
