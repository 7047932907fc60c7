using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cairn.Runtime.Hosting;

/// <summary>Cairn among an application's health checks.</summary>
public static class CairnHealthChecks
{
    /// <summary>
    /// Adds a check of the migrations of <see cref="CairnServices.AddCairn(IServiceCollection, Action{CairnOptions})"/>: healthy, degraded with the pending versions in
    /// the data, or unhealthy where the database cannot be asked.
    /// </summary>
    /// <param name="builder">From <c>services.AddHealthChecks()</c>.</param>
    /// <param name="name">The check's name.</param>
    /// <param name="failureStatus">What it is where the database cannot be asked; null for unhealthy.</param>
    /// <param name="tags">Words to choose it by.</param>
    public static IHealthChecksBuilder AddCairn(
        this IHealthChecksBuilder builder, string name = "migrations", HealthStatus? failureStatus = null, IEnumerable<string>? tags = null)
    {
        ArgumentNullException.ThrowIfNull(builder);
        return builder.Add(new HealthCheckRegistration(
            name, services => new CairnHealthCheck(services.GetRequiredService<IMigrator>()), failureStatus, tags));
    }
}
