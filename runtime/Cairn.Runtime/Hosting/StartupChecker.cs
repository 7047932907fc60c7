using Cairn.Runtime.Execution.Reports;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace Cairn.Runtime.Hosting;

/// <summary>Looks when the application starts what is outstanding.</summary>
internal sealed class StartupChecker(IMigrator migrator, ILoggerFactory loggers, IOptions<StartupCheckOptions> options) : StartupService
{
    private readonly ILogger logger = loggers.CreateLogger(CairnServices.LogCategory);

    /// <exception cref="CairnException">Something is pending, or that cannot be found out, and the application wants to fail then.</exception>
    public override async Task StartingAsync(CancellationToken cancellationToken)
    {
        MigrationCheck check;
        try
        {
            check = await migrator.CheckAsync(cancellationToken);
        }
        catch (CairnException error) when (options.Value.Check == StartupCheck.Warn)
        {
            logger.NotChecked(error, error.Code, error.Message, error.Fix);
            return;
        }

        if (check.Missing.Count > 0)
        {
            logger.Missing(check.Missing.Count, check.Database, Names(check.Missing));
        }

        if (check.Pending.Count > 0)
        {
            logger.Pending(check.Pending.Count, check.Database, Names(check.Pending));
        }

        if (check.Pending.Count > 0 && options.Value.Check == StartupCheck.Fail)
        {
            throw new CairnException(
                ErrorCodes.PendingFound, $"The application does not start: {check.Database} lacks {check.Pending.Count} of its migrations ({Names(check.Pending)}).")
            {
                Fix = "Apply them first, with dotnet cairn migrate:latest or the application's own command.",
                DatabaseState = "Nothing was changed.",
            };
        }
    }

    private static string Names(IReadOnlyList<MigrationStatus> migrations) => string.Join(", ", migrations.Select(migration => migration.Version));
}
