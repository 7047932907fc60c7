using Cairn.Runtime.Drills;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Hosting;
using Cairn.Runtime.Migrations;
using Microsoft.Data.Sqlite;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>The plain API of an application: results, with all sources in one order.</summary>
public sealed class MigratorTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task Classes_embedded_files_and_a_folder_make_one_order()
    {
        _project.WriteTable("20260401B", "of_customer");
        var migrator = _project.Migrator(options => options
            .AddMigrations(typeof(CreatePages))
            .AddEmbeddedMigrations(typeof(MigratorTests).Assembly, "Cairn.Tests.Hosting.Embedded"));

        var plan = await migrator.PlanAsync(new LatestRequest(), HostProject.Stop);
        Assert.True(plan.DryRun);
        Assert.Equal(["20260331A", "20260401A", "20260401B"], Versions(plan));
        Assert.Contains("create table", plan.Migrations[^1].Sql[0], StringComparison.Ordinal);
        Assert.False(File.Exists(Path.Combine(_project.Folder, "host.db")), "A plan made a file.");

        Assert.Null((await migrator.LatestAsync(new LatestRequest(), HostProject.Stop)).Error);
        Assert.Equal(["embedded", "of_customer", "pages"], _project.Tables());
        var status = await migrator.StatusAsync(HostProject.Stop);
        Assert.Equal(
            [MigrationSourceKind.Host, MigrationSourceKind.Host, MigrationSourceKind.Custom],
            status.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => migration.Source));
        Assert.Equal("host:20260331A-embedded.sql", status.Migrations[0].Path);
        Assert.Equal("20260401B", await migrator.CurrentAsync(HostProject.Stop));
        Assert.Empty((await migrator.ValidateAsync(checkPending: true, HostProject.Stop)).Findings);
    }

    [Fact]
    public async Task Up_down_rollback_and_drill_give_results()
    {
        _project.WriteTable("20260402A", "first").WriteTable("20260402B", "second");
        var migrator = _project.Migrator();
        Assert.Equal(["20260402A"], Versions(await migrator.UpAsync(new UpRequest(), HostProject.Stop)));
        var drill = await migrator.DrillAsync(new DrillRequest(), HostProject.Stop);
        Assert.Equal("20260402B", Assert.Single(drill.Migrations).Version);
        Assert.Null(drill.Error);
        Assert.Equal(["first"], _project.Tables());

        Assert.Equal(["20260402B"], Versions(await migrator.LatestAsync(new LatestRequest(), HostProject.Stop)));
        Assert.Equal(["20260402B"], Versions(await migrator.RollbackAsync(new RollbackRequest(), HostProject.Stop)));
        Assert.Equal(["20260402A"], Versions(await migrator.DownAsync(new DownRequest(), HostProject.Stop)));
        Assert.Empty(_project.Tables());
    }

    [Fact]
    public async Task A_failure_is_in_the_report_and_thrown_where_that_is_wanted()
    {
        var report = await _project.Migrator(options => options.AddMigrations(typeof(CreatePages), typeof(Fail))).LatestAsync(new LatestRequest(), HostProject.Stop);
        Assert.Equal(ErrorCodes.ScriptThrew, report.Error!.Code);
        Assert.Equal(OutcomeState.Failed, report.Migrations[^1].State);
        Assert.Equal(["20260401A"], _project.Versions());
        var thrown = Assert.Throws<CairnException>(report.ThrowIfFailed);
        Assert.Equal(report.Error.DatabaseState, thrown.DatabaseState);
    }

    [Fact]
    public async Task Connections_may_be_the_applications_own()
    {
        _project.WriteTable("20260402A", "first");
        var given = 0;
        var migrator = _project.Migrator(options => options.UseConnection((_, _) =>
        {
            given++;
            return ValueTask.FromResult<System.Data.Common.DbConnection>(new SqliteConnection(_project.ConnectionString));
        }));
        (await migrator.LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
        Assert.Equal(["first"], _project.Tables());
        Assert.True(given > 0);
    }

    [Fact]
    public async Task What_is_not_said_is_told_with_a_code()
    {
        var without = CairnMigrator.Create(_ => { });
        Assert.Equal(ErrorCodes.ConnectionInvalid, await CodeAsync(() => without.StatusAsync(HostProject.Stop)));
        Assert.Equal(ErrorCodes.ServiceMissing, await CodeAsync(() => _project.Migrator(options => options.UseDataSource()).StatusAsync(HostProject.Stop)));
        Assert.Equal(ErrorCodes.FolderMissing, await CodeAsync(() => _project.Migrator(options => options.AddExtensions("extension")).StatusAsync(HostProject.Stop)));
        Assert.Equal(ErrorCodes.SettingInvalid, await CodeAsync(() => _project.Migrator(options => options.Naming = "rails").StatusAsync(HostProject.Stop)));

        _project.Write("20260402A-script.csx", "void Up(Db db) { }\nvoid Down(Db db) { }\n");
        var error = await Assert.ThrowsAsync<CairnException>(() => _project.Migrator().LatestAsync(new LatestRequest(), HostProject.Stop));
        Assert.Contains("UseScripts()", error.Fix, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_container_there_is_a_migrator_too()
    {
        var migrator = CairnMigrator.Create(options => options.UseConnectionString(Client.Sqlite, _project.ConnectionString).AddMigrations(typeof(CreatePages)));
        (await migrator.LatestAsync(new LatestRequest(), HostProject.Stop)).ThrowIfFailed();
        Assert.True((await migrator.CheckAsync(HostProject.Stop)).IsUpToDate);
        Assert.Equal(["pages"], _project.Tables());
    }

    public void Dispose() => _project.Dispose();

    private static async Task<string> CodeAsync(Func<Task> call) => (await Assert.ThrowsAsync<CairnException>(call)).Code;

    private static IEnumerable<string> Versions(RunReport report) =>
        report.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => migration.Version);
}
