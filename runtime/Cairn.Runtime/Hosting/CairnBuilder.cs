using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Cairn.Runtime.Hosting;

/// <summary>What an application does about its migrations when it starts: nothing unless it says so here.</summary>
/// <param name="services">The application's services.</param>
public sealed class CairnBuilder(IServiceCollection services)
{
    /// <summary>The application's services.</summary>
    public IServiceCollection Services { get; } = services;

    /// <summary>
    /// Applies every pending migration before any other part of the application starts: the web server answers only afterwards. Replicas that start at once wait for
    /// each other, for at most <see cref="CairnOptions.LockTimeout"/>. Where it fails, the application does not start.
    /// </summary>
    public CairnBuilder MigrateAtStartup()
    {
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupMigration>());
        return this;
    }

    /// <summary>Looks at the start which migrations are pending or missing, and logs a warning that names them, or does not let the application start.</summary>
    /// <param name="check">What to do about what is found.</param>
    public CairnBuilder CheckAtStartup(StartupCheck check = StartupCheck.Warn)
    {
        Services.AddOptions<StartupCheckOptions>().Configure(options => options.Check = check);
        Services.TryAddEnumerable(ServiceDescriptor.Singleton<IHostedService, StartupChecker>());
        return this;
    }
}
