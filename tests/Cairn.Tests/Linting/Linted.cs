using Cairn.Runtime.Linting;
using Cairn.Runtime.Linting.Facts;
using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Linting.Reports;
using Cairn.Runtime.Linting.Rules;
using Cairn.Runtime.Linting.Statements;
using Cairn.Runtime.Migrations;
using Cairn.Schema.Building;
using Cairn.Tests.Schema.Golden;

namespace Cairn.Tests.Linting;

/// <summary>Lints changes without a script: what the builder records, or what a statement says.</summary>
internal static class Linted
{
    public static Task<MigrationLint> SqlAsync(ILintDatabase database, string sql, LintRequest? request = null) =>
        JudgeAsync(database, Recording(database.Client, sql), request);

    public static Task<MigrationLint> ChangeAsync(ILintDatabase database, Action<SchemaBuilder> up, LintRequest? request = null, Action<SchemaBuilder>? down = null) =>
        JudgeAsync(database, Recording(database.Client, up), request, down is null ? null : Recording(database.Client, down));

    /// <summary>The rules that were found and their severities, as <c>L201 warning</c>.</summary>
    public static IReadOnlyList<string> Codes(this MigrationLint found) =>
        [.. found.Findings.Select(finding => $"{finding.Rule} {finding.Severity.ToString().ToLowerInvariant()}")];

    private static Task<MigrationLint> JudgeAsync(ILintDatabase database, LintRecording up, LintRequest? request, LintRecording? down = null)
    {
        var descriptor = new MigrationDescriptor(new MigrationVersion("20260301A"), "X", MigrationSourceKind.Custom, "migrations/20260301A-x.csx") { Format = ".csx" };
        var migration = new LoadedMigration(descriptor, new MigrationSourceText("", "")) { Up = (_, _) => Task.CompletedTask, Down = (_, _) => Task.CompletedTask };
        return new LintJudgement(request ?? new LintRequest()).JudgeAsync(new LintCase(migration, up, database) { Down = down }, applied: false, CancellationToken.None);
    }

    private static LintRecording Recording(Client client, Action<SchemaBuilder> say)
    {
        var (trail, step) = (new TableTrail(), new LintStep(new ScriptPosition("migrations/20260301A-x.csx", 3), IsRaw: false));
        return new LintRecording([.. QueueRecorder.Gather(client, say).Select(operation => step with { Changes = [.. trail.Follow(operation, step)] })]);
    }

    private static LintRecording Recording(Client client, string sql)
    {
        var (trail, step) = (new TableTrail(), new LintStep(new ScriptPosition("migrations/20260301A-x.csx", 3), IsRaw: true) { Sql = sql });
        return new LintRecording([step with { Changes = [.. StatementReading.Read(client, sql).SelectMany(operation => trail.Follow(operation, step))] }]);
    }
}
