using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Cairn.Runtime.Hosting;

/// <summary>Migrators for programs without a container of services.</summary>
public static class CairnMigrator
{
    /// <summary>A migrator.</summary>
    /// <param name="configure">Says what it is for.</param>
    /// <param name="logger">Where it is told what happens; null for nowhere.</param>
    /// <param name="services">What migrations may ask for; null for nothing.</param>
    /// <example><code>
    /// var migrator = CairnMigrator.Create(options => options
    ///     .UseConnectionString(Client.Sqlite, "Data Source=shop.db")
    ///     .AddMigrations(typeof(Program).Assembly));
    /// (await migrator.LatestAsync(new LatestRequest(), cancellationToken)).ThrowIfFailed();
    /// </code></example>
    public static IMigrator Create(Action<CairnOptions> configure, ILogger? logger = null, IServiceProvider? services = null)
    {
        ArgumentNullException.ThrowIfNull(configure);
        var options = new CairnOptions();
        configure(options);
        return new HostMigrator(options, services, logger ?? NullLogger.Instance);
    }
}
