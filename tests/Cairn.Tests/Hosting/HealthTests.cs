using Cairn.Runtime.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Xunit;

namespace Cairn.Tests.Hosting;

/// <summary>The application's health, as far as its migrations go.</summary>
public sealed class HealthTests : IDisposable
{
    private readonly HostProject _project = new();

    [Fact]
    public async Task Pending_is_degraded_and_names_the_versions_and_all_applied_is_healthy()
    {
        using var host = _project.Build(options => options.AddMigrations(typeof(CreatePages)), services: services => services.AddHealthChecks().AddCairn());
        var before = await CheckAsync(host.Services);
        Assert.Equal(HealthStatus.Degraded, before.Status);
        Assert.Contains("20260401A", Assert.IsType<string[]>(before.Data["pending"]));

        (await host.Services.GetRequiredService<IMigrator>().LatestAsync(new(), HostProject.Stop)).ThrowIfFailed();
        var after = await CheckAsync(host.Services);
        Assert.Equal(HealthStatus.Healthy, after.Status);
        Assert.False(after.Data.ContainsKey("pending"));
    }

    [Fact]
    public async Task Missing_is_healthy_since_a_newer_release_may_be_beside_it()
    {
        (await _project.Migrator(options => options.AddMigrations(typeof(CreatePages))).LatestAsync(new(), HostProject.Stop)).ThrowIfFailed();
        using var host = _project.Build(services: services => services.AddHealthChecks().AddCairn());
        var entry = await CheckAsync(host.Services);
        Assert.Equal(HealthStatus.Healthy, entry.Status);
        Assert.Equal(["20260401A"], Assert.IsType<string[]>(entry.Data["missing"]));
    }

    [Fact]
    public async Task A_database_that_cannot_be_asked_is_unhealthy()
    {
        using var host = _project.Build(
            options => options.UseConnectionString(Client.Sqlite, $"Data Source={_project.Folder}/absent/host.db"),
            services: services => services.AddHealthChecks().AddCairn());
        var entry = await CheckAsync(host.Services);
        Assert.Equal(HealthStatus.Unhealthy, entry.Status);
        Assert.Equal(ErrorCodes.Unreachable, entry.Data["code"]);
    }

    public void Dispose() => _project.Dispose();

    private static async Task<HealthReportEntry> CheckAsync(IServiceProvider services) =>
        (await services.GetRequiredService<HealthCheckService>().CheckHealthAsync(HostProject.Stop)).Entries["migrations"];
}
