using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.DryRuns;
using Cairn.Runtime.Linting.Facts;
using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Rules;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Linting;

/// <summary>
/// Reads what migrations would do and tells what is dangerous on a live database. Changes nothing: scripts are recorded, and the database is
/// only read.
/// </summary>
/// <param name="options">The database, the migrations and the policies, as for a <see cref="Migrator"/>.</param>
/// <example><code>var report = await new Linter(options).RunAsync(new LintRequest(), cancellationToken);</code></example>
public sealed class Linter(MigratorOptions options)
{
    /// <summary>Looks at what was asked for.</summary>
    /// <param name="request">What to look at, and how strictly.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">Something is wrong before anything is looked at: a name, a script, the database.</exception>
    public async Task<LintReport> RunAsync(LintRequest request, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(request);
        var run = new MigrationRun(options);
        var set = run.ReadSet();
        await using var connection = await run.OpenAsync(readOnly: true, cancellationToken);
        var standing = await run.StandAsync(set, connection, alwaysCheck: false, cancellationToken);
        var chosen = LintPlan.Choose(standing, request);
        var loaded = await run.Loader.LoadAsync(chosen.Select(step => step.Migration), cancellationToken);
        foreach (var statement in connection.Client.ReadOnlyStatements)
        {
            await connection.ExecuteAsync(statement, [], cancellationToken);
        }

        var database = new LintDatabase(connection);
        var migrations = chosen.Count == 0 ? [] : await LookAsync(chosen, loaded, connection, database, request, cancellationToken);
        return new LintReport(options.Target.Client, options.Target.Database, database.Version)
        {
            Migrations = migrations,
            Warnings = [.. set.Warnings, .. database.Refused.Distinct(StringComparer.Ordinal)],
        };
    }

    private async Task<IReadOnlyList<MigrationLint>> LookAsync(
        IReadOnlyList<LintPlanStep> chosen, IReadOnlyDictionary<MigrationVersion, LoadedMigration> loaded, RunConnection connection,
        LintDatabase database, LintRequest request, CancellationToken cancellationToken)
    {
        await using var shadow = await SchemaShadow.CreateAsync(connection, options.Target, cancellationToken);
        var recorder = new LintRecorder(connection, options with { Observer = new SilentObserver() }, shadow);
        var judgement = new LintJudgement(request);
        var found = new List<MigrationLint>();
        foreach (var step in chosen)
        {
            var migration = loaded[step.Migration.Version];
            var up = await recorder.UpAsync(migration, step.Applied, cancellationToken);
            if (!step.Wanted)
            {
                continue;
            }

            var looked = new LintCase(migration, up, database)
            {
                Down = await recorder.DownAsync(migration, cancellationToken),
                Clients = new HashSet<Client>(request.Clients) { options.Target.Client },
                LockTimeout = options.DatabaseLockTimeout ?? TimeSpan.FromSeconds(5),
            };
            found.Add(await judgement.JudgeAsync(looked, step.Applied, cancellationToken));
        }

        return found;
    }
}
