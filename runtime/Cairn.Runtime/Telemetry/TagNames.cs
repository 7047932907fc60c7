namespace Cairn.Runtime.Telemetry;

/// <summary>The names of attributes. Those that do not begin with <c>cairn.</c> are of OpenTelemetry's conventions.</summary>
internal static class TagNames
{
    public const string System = "db.system.name";
    public const string Namespace = "db.namespace";
    public const string ServerAddress = "server.address";
    public const string ServerPort = "server.port";
    public const string ErrorType = "error.type";
    public const string StatusCode = "db.response.status_code";

    public const string Operation = "cairn.operation";
    public const string RunDirection = "cairn.run.direction";
    public const string RunPhase = "cairn.run.phase";
    public const string RunPlanned = "cairn.run.planned";
    public const string RunApplied = "cairn.run.applied";
    public const string RunRolledBack = "cairn.run.rolled_back";
    public const string RunFailed = "cairn.run.failed";
    public const string LockWait = "cairn.lock.wait_duration";
    public const string CheckPending = "cairn.check.pending";
    public const string CheckMissing = "cairn.check.missing";
    public const string CheckChanged = "cairn.check.changed";

    public const string Version = "cairn.migration.version";
    public const string Name = "cairn.migration.name";
    public const string Source = "cairn.migration.source";
    public const string Direction = "cairn.migration.direction";
    public const string Outcome = "cairn.migration.outcome";
    public const string StatementCount = "cairn.statement.count";
    public const string StatementsLeftOut = "cairn.statement.left_out";

    public const string StatementDuration = "cairn.statement.duration";
    public const string StatementRows = "cairn.statement.rows_affected";
    public const string QueryText = "db.query.text";
    public const string QuerySummary = "db.query.summary";
    public const string QueryOperation = "db.operation.name";
    public const string Collection = "db.collection.name";
    public const string BatchSize = "db.operation.batch.size";
}
