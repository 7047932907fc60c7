using Cairn.Runtime.Execution.Reports;
using Microsoft.Extensions.Logging;

namespace Cairn.Runtime.Hosting;

/// <summary>What is logged. Numbers and names of events and of their values are public: dashboards are made of them.</summary>
internal static partial class LogMessages
{
    [LoggerMessage(1, LogLevel.Information, "Migration {Version} ({Name}) begins, {Direction}", EventName = "MigrationStarted")]
    public static partial void Started(this ILogger logger, string version, string name, Direction direction);

    [LoggerMessage(2, LogLevel.Information, "Migration {Version} ({Name}) is {State} after {Milliseconds} ms", EventName = "MigrationFinished")]
    public static partial void Finished(this ILogger logger, string version, string name, OutcomeState state, double milliseconds);

    [LoggerMessage(3, LogLevel.Error, "Migration {Version} ({Name}) failed, {Direction}", EventName = "MigrationFailed")]
    public static partial void Failed(this ILogger logger, string version, string name, Direction direction);

    /// <summary>Debug: a statement may have values in it.</summary>
    [LoggerMessage(4, LogLevel.Debug, "{Sql}", EventName = "Statement")]
    public static partial void Sent(this ILogger logger, string sql);

    [LoggerMessage(5, LogLevel.Information, "{Line}", EventName = "MigrationLog")]
    public static partial void Said(this ILogger logger, string line);

    [LoggerMessage(6, LogLevel.Debug, "{Done} of {Total} done", EventName = "MigrationProgress")]
    public static partial void Progressed(this ILogger logger, long done, long? total);

    [LoggerMessage(7, LogLevel.Warning, "{Warning}", EventName = "Warning")]
    public static partial void Warned(this ILogger logger, string warning);

    [LoggerMessage(8, LogLevel.Information, "Waiting for the migration lock, which {Holder} holds", EventName = "WaitingForLock")]
    public static partial void Waits(this ILogger logger, string holder);

    [LoggerMessage(9, LogLevel.Information, "{Count} migrations ran on {Database}", EventName = "RunFinished")]
    public static partial void Ran(this ILogger logger, int count, string database);

    [LoggerMessage(10, LogLevel.Information, "Nothing is to be run on {Database}", EventName = "NothingToRun")]
    public static partial void NothingToRun(this ILogger logger, string database);

    [LoggerMessage(11, LogLevel.Error, "The run of migrations on {Database} failed: {Code} {Reason} {DatabaseState} {Fix}", EventName = "RunFailed")]
    public static partial void RunFailed(this ILogger logger, CairnException exception, string database, string code, string reason, string? databaseState, string? fix);

    [LoggerMessage(12, LogLevel.Warning, "{Count} migrations are pending on {Database}: {Versions}", EventName = "Pending")]
    public static partial void Pending(this ILogger logger, int count, string database, string versions);

    [LoggerMessage(13, LogLevel.Warning, "{Count} migrations were applied to {Database} that this application does not have: {Versions}", EventName = "Missing")]
    public static partial void Missing(this ILogger logger, int count, string database, string versions);

    [LoggerMessage(14, LogLevel.Warning, "The migrations could not be checked: {Code} {Reason} {Fix}", EventName = "CheckFailed")]
    public static partial void NotChecked(this ILogger logger, CairnException exception, string code, string reason, string? fix);

    /// <summary>What a run came to.</summary>
    public static void Ended(this ILogger logger, RunReport report)
    {
        if (report.Error is { } error)
        {
            logger.RunFailed(error, report.Database, error.Code, error.Message, error.DatabaseState, error.Fix);
        }
        else if (!report.DryRun && report.Migrations.Count > 0)
        {
            logger.Ran(report.Migrations.Count, report.Database);
        }
        else if (!report.DryRun)
        {
            logger.NothingToRun(report.Database);
        }
    }
}
