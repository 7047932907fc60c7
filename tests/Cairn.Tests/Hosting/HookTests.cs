using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Hosting;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>What an application does around a run.</summary>
public sealed class HookTests : IDisposable
{
    private readonly HostProject _project = new();
    private readonly List<string> _calls = [];
    private string? _throwsAt;

    public HookTests() => _project.WriteTable("20260402A", "first").WriteTable("20260402B", "second");

    [Fact]
    public async Task They_are_called_in_order_each_with_what_is_committed_by_then()
    {
        var report = await LatestAsync();
        Assert.Null(report.Error);
        Assert.Equal(
            [
                "before all 2: ", "before 20260402A Up: ", "after 20260402A Up: first", "before 20260402B Up: first", "after 20260402B Up: first second",
                "after all 2 Applied Applied: first second",
            ],
            Own());
    }

    [Fact]
    public async Task In_a_single_transaction_the_calls_after_each_come_after_the_commit()
    {
        Assert.Null((await LatestAsync(new LatestRequest(SingleTransaction: true))).Error);
        Assert.Equal(["after 20260402A Up: first second", "after 20260402B Up: first second"], Own().Where(call => call.StartsWith("after 2", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Nothing_to_run_and_dry_runs_call_nothing()
    {
        await Migrator().PlanAsync(new LatestRequest(), HostProject.Stop);
        Assert.Empty(_calls);
        await LatestAsync();
        _calls.Clear();
        await LatestAsync();
        Assert.Empty(_calls);
    }

    [Theory]
    [InlineData("before all", "Nothing was run.", "")]
    [InlineData("before 20260402B", "was not begun", "first")]
    [InlineData("after 20260402A", "is done and recorded", "first")]
    [InlineData("after all", "is done and recorded", "first second")]
    public async Task One_that_throws_ends_the_run_and_says_where_it_stands(string at, string state, string tables)
    {
        _throwsAt = at;
        var report = await LatestAsync();
        Assert.Equal(ErrorCodes.HookFailed, report.Error!.Code);
        Assert.Contains(state, report.Error.DatabaseState, StringComparison.Ordinal);
        Assert.Equal(tables, string.Join(' ', _project.Tables()));
        Assert.Single(Own(), call => call.StartsWith("after all", StringComparison.Ordinal));

        _throwsAt = null;
        Assert.Null((await LatestAsync()).Error);
        Assert.Equal(["first", "second"], _project.Tables());
    }

    [Fact]
    public async Task In_a_single_transaction_one_that_throws_before_takes_everything_back_and_one_after_takes_nothing()
    {
        _throwsAt = "before 20260402B";
        var before = await LatestAsync(new LatestRequest(SingleTransaction: true));
        Assert.Contains("The whole run was one transaction and was rolled back", before.Error!.DatabaseState, StringComparison.Ordinal);
        Assert.Empty(_project.Tables());

        _throwsAt = "after 20260402A";
        var after = await LatestAsync(new LatestRequest(SingleTransaction: true));
        Assert.Equal(ErrorCodes.HookFailed, after.Error!.Code);
        Assert.All(after.Migrations, migration => Assert.Equal(OutcomeState.Applied, migration.State));
        Assert.Equal(["first", "second"], _project.Tables());
    }

    [Fact]
    public async Task What_comes_after_all_is_called_for_a_migration_that_failed_too()
    {
        var report = await Migrator(options => options.AddMigrations(typeof(Fail))).LatestAsync(new LatestRequest(), HostProject.Stop);
        Assert.Equal(ErrorCodes.ScriptThrew, report.Error!.Code);
        Assert.Contains("Failed", Own()[^1], StringComparison.Ordinal);
        Assert.DoesNotContain(Own(), call => call.StartsWith("after 20260401F", StringComparison.Ordinal));
    }

    public void Dispose() => _project.Dispose();

    private Task<RunReport> LatestAsync(LatestRequest? request = null) => Migrator().LatestAsync(request ?? new LatestRequest(), HostProject.Stop);

    private IMigrator Migrator(Action<CairnOptions>? configure = null) => _project.Migrator(options =>
    {
        configure?.Invoke(options);
        options
            .BeforeAll((run, _) => Call($"before all {run.Migrations.Count(Mine)}"))
            .BeforeEach((migration, _) => Call($"before {migration.Migration.Version} {migration.Direction}"))
            .AfterEach((migration, _) => Call($"after {migration.Migration.Version} {migration.Direction}"))
            .AfterAll((run, _) => Call(
                $"after all {run.Migrations.Count(Mine)} {string.Join(' ', run.Report!.Migrations.Where(line => !line.Version.Contains('Z', StringComparison.Ordinal)).Select(line => line.State))}"));
    });

    private static bool Mine(Cairn.Runtime.Execution.Hooks.HookedMigration migration) => migration.Migration.Source != Cairn.Runtime.Migrations.MigrationSourceKind.BuiltIn;

    private Task Call(string name)
    {
        _calls.Add($"{name}: {string.Join(' ', _project.Tables())}");
        return _throwsAt is not null && name.StartsWith(_throwsAt, StringComparison.Ordinal) ? throw new InvalidOperationException("no") : Task.CompletedTask;
    }

    /// <summary>The calls about the project's own migrations; Cairn's are in the first run too.</summary>
    private List<string> Own() => _calls.FindAll(call => !call.Contains('Z', StringComparison.Ordinal));
}
