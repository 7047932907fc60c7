using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace Cairn.Runtime.Hosting;

/// <summary>Puts Cairn into an application.</summary>
public static class CairnServices
{
    /// <summary>The category of what is logged.</summary>
    public const string LogCategory = "Cairn";

    /// <summary>Adds <see cref="IMigrator"/>. By itself that runs nothing; see what <see cref="CairnBuilder"/> has for the application's start.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Says which database, which migrations, and how.</param>
    /// <example><code>
    /// builder.Services.AddCairn(options => options.UseDataSource().AddMigrations(typeof(Program).Assembly)).MigrateAtStartup();
    /// builder.Services.AddHealthChecks().AddCairn();
    /// </code></example>
    public static CairnBuilder AddCairn(this IServiceCollection services, Action<CairnOptions> configure) =>
        services.AddCairn((_, options) => configure(options));

    /// <summary>Adds <see cref="IMigrator"/>, with the application's services at hand when it is first asked for.</summary>
    /// <param name="services">The application's services.</param>
    /// <param name="configure">Says which database, which migrations, and how.</param>
    public static CairnBuilder AddCairn(this IServiceCollection services, Action<IServiceProvider, CairnOptions> configure)
    {
        ArgumentNullException.ThrowIfNull(services);
        ArgumentNullException.ThrowIfNull(configure);
        services.AddOptions<CairnOptions>().Configure<IServiceProvider>((options, provider) => configure(provider, options));
        services.TryAddSingleton<IMigrator>(provider => new HostMigrator(
            provider.GetRequiredService<IOptions<CairnOptions>>().Value,
            provider,
            provider.GetService<ILoggerFactory>()?.CreateLogger(LogCategory) ?? NullLogger.Instance));
        return new CairnBuilder(services);
    }
}
