using Cairn.Runtime.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>What an application does about its migrations when it starts.</summary>
public sealed class StartupTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task It_migrates_before_any_other_part_starts()
    {
        var seen = new SeenTables(_project);
        using var host = _project.Build(
            options => options.AddMigrations(typeof(CreatePages)),
            cairn => cairn.MigrateAtStartup(),
            services => services.AddSingleton<IHostedService>(seen));
        await host.StartAsync(HostProject.Stop);
        Assert.Equal(["pages"], seen.Tables);
        await host.StopAsync(HostProject.Stop);
    }

    [Fact]
    public async Task It_does_not_start_where_a_migration_fails()
    {
        using var host = _project.Build(options => options.AddMigrations(typeof(Fail)), cairn => cairn.MigrateAtStartup());
        var error = await Assert.ThrowsAsync<CairnException>(() => host.StartAsync(HostProject.Stop));
        Assert.Equal(ErrorCodes.ScriptThrew, error.Code);
        Assert.Contains(_project.Log.OfCairn, entry => entry.Level == LogLevel.Error && entry.Event.Name == "RunFailed");
    }

    [Fact]
    public async Task Replicas_that_start_at_once_all_come_up_and_each_migration_runs_once()
    {
        _project.WriteTable("20260402A", "first").WriteTable("20260402B", "second");
        var hosts = Enumerable.Range(0, 4).Select(_ => _project.Build(options => options.AddMigrations(typeof(CreatePages)), cairn => cairn.MigrateAtStartup())).ToList();
        await Task.WhenAll(hosts.Select(host => Task.Run(() => host.StartAsync(HostProject.Stop))));
        Assert.Equal(
            ["20260401A", "20260402A", "20260402B"],
            _project.Read("select version from cairn_history where outcome = 'applied' and version not like '%Z_' order by id"));
        foreach (var host in hosts)
        {
            await host.StopAsync(HostProject.Stop);
            host.Dispose();
        }
    }

    [Fact]
    public async Task A_check_names_what_is_pending_and_missing_and_changes_nothing()
    {
        _project.WriteTable("20260402A", "first");
        (await _project.Migrator(options => options.AddMigrations(typeof(CreatePages))).LatestAsync(new(), HostProject.Stop)).ThrowIfFailed();
        _project.WriteTable("20260402B", "second");

        using var host = _project.Build(start: cairn => cairn.CheckAtStartup());
        await host.StartAsync(HostProject.Stop);
        var warnings = _project.Log.OfCairn.Where(entry => entry.Level == LogLevel.Warning).ToList();
        Assert.Equal(["Missing", "Pending"], warnings.Select(entry => entry.Event.Name));
        Assert.Equal(["20260401A", "20260402B"], warnings.Select(entry => entry.Values["Versions"]));
        Assert.Equal(["first", "pages"], _project.Tables());
    }

    [Fact]
    public async Task A_check_may_keep_the_application_from_starting()
    {
        using var host = _project.Build(options => options.AddMigrations(typeof(CreatePages)), cairn => cairn.CheckAtStartup(StartupCheck.Fail));
        var error = await Assert.ThrowsAsync<CairnException>(() => host.StartAsync(HostProject.Stop));
        Assert.Equal(ErrorCodes.PendingFound, error.Code);
        Assert.Contains("20260401A", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(StartupCheck.Warn)]
    [InlineData(StartupCheck.Fail)]
    public async Task A_check_that_cannot_be_made_is_told(StartupCheck check)
    {
        using var host = _project.Build(
            options => options.UseConnectionString(Client.Sqlite, $"Data Source={_project.Folder}/absent/host.db"), cairn => cairn.CheckAtStartup(check));
        if (check == StartupCheck.Fail)
        {
            Assert.Equal(ErrorCodes.Unreachable, (await Assert.ThrowsAsync<CairnException>(() => host.StartAsync(HostProject.Stop))).Code);
            return;
        }

        await host.StartAsync(HostProject.Stop);
        Assert.Equal("CheckFailed", Assert.Single(_project.Log.OfCairn).Event.Name);
    }

    public void Dispose() => _project.Dispose();

    private sealed class SeenTables(HostProject project) : IHostedService
    {
        public IReadOnlyList<string> Tables { get; private set; } = [];

        public Task StartAsync(CancellationToken cancellationToken)
        {
            Tables = project.Tables();
            return Task.CompletedTask;
        }

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }
}
