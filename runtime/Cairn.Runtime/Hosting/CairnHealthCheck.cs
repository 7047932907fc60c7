using Cairn.Runtime.Execution.Reports;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace Cairn.Runtime.Hosting;

/// <summary>
/// Healthy where nothing is pending; degraded with the pending versions in the data; where the database cannot be asked, as the registration says (unhealthy).
/// Migrations that a newer release applied do not make it worse; they are in the data.
/// </summary>
internal sealed class CairnHealthCheck(IMigrator migrator) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(context);
        try
        {
            return Judge(await migrator.CheckAsync(cancellationToken));
        }
        catch (CairnException error)
        {
            // The message may name hosts and files; who may see the description is the application's matter, as with every check.
            return new HealthCheckResult(context.Registration.FailureStatus, $"{error.Code}: {error.Message}", error, new Dictionary<string, object> { ["code"] = error.Code });
        }
    }

    private static HealthCheckResult Judge(MigrationCheck check)
    {
        var data = new Dictionary<string, object> { ["database"] = check.Database };
        Put("pending", check.Pending);
        Put("missing", check.Missing);
        Put("changed", check.Changed);
        return check.IsUpToDate
            ? HealthCheckResult.Healthy("The database has every migration.", data)
            : HealthCheckResult.Degraded($"{check.Pending.Count} migrations are pending.", data: data);

        void Put(string name, IReadOnlyList<MigrationStatus> migrations)
        {
            if (migrations.Count > 0)
            {
                data[name] = migrations.Select(migration => migration.Version).ToArray();
            }
        }
    }
}
