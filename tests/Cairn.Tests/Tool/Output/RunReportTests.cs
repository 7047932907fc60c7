using System.Text.Json;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Tests.Tool.Calls;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Xunit;

namespace Cairn.Tests.Tool.Output;

public sealed class RunReportTests
{
    private static readonly MigrationOutcome Applied = new("20260301A", "Add Orders Tenant Id", MigrationSourceKind.Custom, "extensions/migrations/20260301A-add-orders-tenant-id.csx", Direction.Up, OutcomeState.Applied)
    {
        Duration = TimeSpan.FromMilliseconds(12.44),
        AppliedAt = new DateTimeOffset(2026, 3, 1, 11, 0, 0, TimeSpan.FromHours(1)),
    };

    private static readonly MigrationOutcome Failed = new("20260301B", "Größe \"x\"", MigrationSourceKind.Custom, "extensions/migrations/20260301B-x.csx", Direction.Up, OutcomeState.Failed);

    private static readonly CairnException Error = new(ErrorCodes.StatementFailed, "no such table: x")
    {
        File = "extensions/migrations/20260301B-x.csx",
        Line = 3,
        Fix = "Create it first.",
        DatabaseState = "20260301A stays applied; 20260301B was rolled back",
        Sql = "drop table x",
    };

    private static CallResult Print(RunReport report, GlobalFlags? flags = null) =>
        PrintedReport.Of(context => RunResult.Of(context, report, "Nothing."), flags);

    [Fact]
    public void The_json_document_is_the_contracts()
    {
        var result = Print(new RunReport(Client.Postgres, "shop") { Migrations = [Applied], Warnings = ["late"] }, new GlobalFlags { Json = true });
        Same("""
            { "command": "migrate:latest", "ok": true, "exitCode": 0, "client": "postgres", "database": "shop",
              "migrations": [ { "version": "20260301A", "name": "Add Orders Tenant Id", "source": "custom",
                                "file": "extensions/migrations/20260301A-add-orders-tenant-id.csx",
                                "state": "applied", "direction": "up", "durationMs": 12.4, "appliedAt": "2026-03-01T10:00:00Z" } ],
              "error": null, "warnings": ["late"] }
            """, result.Output);
    }

    [Fact]
    public void The_json_document_of_a_failure_has_the_error()
    {
        var result = Print(new RunReport(Client.Sqlite, "a.db") { Migrations = [Failed], Error = Error }, new GlobalFlags { Json = true });
        Same("""
            { "command": "migrate:latest", "ok": false, "exitCode": 1, "client": "sqlite", "database": "a.db",
              "migrations": [ { "version": "20260301B", "name": "Größe \"x\"", "source": "custom", "file": "extensions/migrations/20260301B-x.csx",
                                "state": "failed", "direction": "up", "durationMs": null, "appliedAt": null } ],
              "error": { "code": "CAIRN3001", "message": "no such table: x", "file": "extensions/migrations/20260301B-x.csx", "line": 3, "column": null,
                         "fix": "Create it first.", "databaseState": "20260301A stays applied; 20260301B was rolled back", "sql": "drop table x" },
              "warnings": [] }
            """, result.Output);
        Assert.Contains("Größe", result.Output, StringComparison.Ordinal);
        Assert.Equal(1, result.ExitCode);
    }

    [Fact]
    public void In_text_what_was_done_is_on_standard_output_and_the_error_is_not()
    {
        var result = Print(new RunReport(Client.Sqlite, "a.db") { Migrations = [Applied, Failed], Error = Error });
        Assert.Equal("applied 20260301A Add Orders Tenant Id (12 ms)\n", result.Output);
        Assert.Equal("""
            failed 20260301B Größe "x"
            extensions/migrations/20260301B-x.csx(3): error CAIRN3001: no such table: x
              sql: drop table x
              database: 20260301A stays applied; 20260301B was rolled back
              fix: Create it first.

            """.ReplaceLineEndings("\n"), result.Errors);
    }

    [Fact]
    public void Quiet_prints_errors_only()
    {
        var result = Print(new RunReport(Client.Sqlite, "a.db") { Migrations = [Applied], Warnings = ["late"], Error = Error }, new GlobalFlags { Quiet = true });
        Assert.Empty(result.Output);
        Assert.DoesNotContain("late", result.Errors, StringComparison.Ordinal);
        Assert.Contains("CAIRN3001", result.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(61, "Already up to date (61 migrations applied).")]
    [InlineData(1, "Already up to date (1 migration applied).")]
    [InlineData(null, "Already up to date.")]
    public void Nothing_pending_is_said(int? total, string expected)
    {
        var report = new RunReport(Client.Sqlite, "a.db") { AppliedTotal = total };
        Assert.Equal(expected + "\n", PrintedReport.Of(context => RunResult.Of(context, report, UpToDate.Text(report))).Output);
    }

    [Fact]
    public void What_was_told_live_is_not_told_again()
    {
        var result = PrintedReport.Of(context =>
        {
            context.Observer.Started(Applied with { State = OutcomeState.Running });
            context.Observer.Warning("late");
            context.Observer.Log("from the script");
            context.Observer.Statement("select 1");
            context.Observer.Finished(Applied);
            return RunResult.Of(context, new RunReport(Client.Sqlite, "a.db") { Migrations = [Applied, Applied with { Version = "20260301C" }], Warnings = ["late"] }, "Nothing.");
        });
        Assert.Equal("applied 20260301A Add Orders Tenant Id (12 ms)\napplied 20260301C Add Orders Tenant Id (12 ms)\n", result.Output);
        Assert.Equal("warning: late\n  from the script\n", result.Errors);
    }

    [Fact]
    public void In_one_transaction_nothing_is_told_before_the_end()
    {
        var result = PrintedReport.Of(context =>
        {
            context.Observer.TellsResults = false;
            context.Observer.Finished(Applied);
            return RunResult.Of(context, new RunReport(Client.Sqlite, "a.db") { Migrations = [Failed], Error = Error }, "Nothing.");
        });
        Assert.Empty(result.Output);
    }

    [Fact]
    public void Verbose_tells_the_statements()
    {
        var result = PrintedReport.Of(
            context =>
            {
                context.Observer.Statement("select 1\nfrom x");
                return RunResult.Of(context, new RunReport(Client.Sqlite, "a.db"), "Nothing.");
            },
            new GlobalFlags { Verbose = true });
        Assert.Equal("  select 1\n  from x\n", result.Errors);
    }

    private static void Same(string expected, string actual)
    {
        static string Normal(string text) => JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(text));
        Assert.Equal(Normal(expected), Normal(actual));
    }
}
