using Cairn.Runtime.Execution;
using Cairn.Runtime.Hosting;
using Cairn.Runtime.Migrations;
using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>Migrations that are due before or after the host synchronises a schema of its own.</summary>
public sealed class PhaseTests : IDisposable
{
    private const string AfterHeader = "-- cairn: phase after";

    private readonly HostProject _project = new();

    [Fact]
    public async Task Each_phase_runs_its_own_and_an_older_one_of_the_phase_after_is_not_late()
    {
        _project.WriteTable("20260402A", "late", AfterHeader).WriteTable("20260402B", "soon");
        var migrator = Migrator();
        Assert.Equal(["20260401A", "20260402B"], await RunAsync(migrator, Phase.Before));
        Assert.Empty(await RunAsync(migrator, Phase.Before));
        Assert.Equal(["20260330A", "20260402A"], (await migrator.CheckAsync(HostProject.Stop)).Pending.Select(migration => migration.Version));
        Assert.Equal(["20260330A", "20260402A"], await RunAsync(migrator, Phase.After));
        Assert.Equal(["1"], _project.Read("select cast(count(*) as text) from pages"));
    }

    [Fact]
    public async Task Without_a_phase_all_run_in_version_order_and_the_phase_after_is_still_not_late()
    {
        _project.WriteTable("20260402A", "late", AfterHeader).WriteTable("20260402B", "soon");
        var migrator = _project.Migrator(options => options.OutOfOrder = CheckPolicy.Refuse);
        Assert.Equal(["20260402B"], await RunAsync(migrator, Phase.Before));
        Assert.Equal(["20260402A"], await RunAsync(migrator, null));
    }

    [Fact]
    public async Task One_of_the_phase_before_that_comes_late_is_still_refused()
    {
        _project.WriteTable("20260402B", "soon");
        var migrator = _project.Migrator(options => options.OutOfOrder = CheckPolicy.Refuse);
        Assert.Equal(["20260402B"], await RunAsync(migrator, null));
        _project.WriteTable("20260402A", "late");
        Assert.Equal(ErrorCodes.OutOfOrderRefused, (await Assert.ThrowsAsync<CairnException>(() => RunAsync(migrator, Phase.Before))).Code);
        Assert.Equal(ErrorCodes.OutOfOrderRefused, (await Assert.ThrowsAsync<CairnException>(() => RunAsync(migrator, null))).Code);
    }

    [Fact]
    public async Task The_tool_runs_phases_of_scripts()
    {
        using var tool = new CalledTool();
        tool.Write("extensions/migrations/20260402A-late.csx", "[Phase(Phase.After)]\nvoid Up(Db db) => db.Schema.CreateTable(\"late\", table => table.Increments(\"id\"));\nvoid Down(Db db) => db.Schema.DropTable(\"late\");\n");
        tool.Write("extensions/migrations/20260402B-soon.csx", "void Change(Db db) => db.Schema.CreateTable(\"soon\", table => table.Increments(\"id\"));\n");
        Assert.DoesNotContain("20260402A", (await tool.RunAsync("migrate:plan", "--phase", "before")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("20260402A", (await tool.RunAsync("migrate:latest", "--phase", "before")).Output, StringComparison.Ordinal);
        Assert.Contains("Nothing of the phase before is pending.", (await tool.RunAsync("migrate:latest", "--phase", "before")).Output, StringComparison.Ordinal);
        Assert.Contains("applied 20260402A", (await tool.RunAsync("migrate:latest", "--phase", "after", "--out-of-order", "refuse")).Output, StringComparison.Ordinal);
        Assert.Equal(2, (await tool.RunAsync("migrate:latest", "--phase", "during")).ExitCode);
        Assert.Equal(2, (await tool.RunAsync("migrate:plan", "--down", "--phase", "after")).ExitCode);
    }

    [Fact]
    public async Task An_unknown_phase_in_sql_is_an_error()
    {
        _project.WriteTable("20260402A", "late", "-- cairn: phase sometime");
        var error = await Assert.ThrowsAsync<CairnException>(() => _project.Migrator().LatestAsync(new LatestRequest(), HostProject.Stop));
        Assert.Equal((ErrorCodes.OptionInvalid, 1), (error.Code, error.Line));
    }

    public void Dispose() => _project.Dispose();

    private IMigrator Migrator() => _project.Migrator(options => options.AddMigrations(typeof(CreatePages), typeof(FillPages)));

    private static async Task<IEnumerable<string>> RunAsync(IMigrator migrator, Phase? phase)
    {
        var report = (await migrator.LatestAsync(new LatestRequest { Phase = phase }, HostProject.Stop)).ThrowIfFailed();
        return report.Migrations.Where(migration => migration.Source != MigrationSourceKind.BuiltIn).Select(migration => migration.Version);
    }
}
