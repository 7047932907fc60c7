namespace Cairn.Runtime.Telemetry;

/// <summary>The names of spans and of their events: few, so that they can be grouped by.</summary>
internal static class SpanNames
{
    public const string Plan = "migrate:plan";
    public const string Latest = "migrate:latest";
    public const string Up = "migrate:up";
    public const string Down = "migrate:down";
    public const string Rollback = "migrate:rollback";
    public const string Drill = "migrate:drill";
    public const string Check = "migrate:check";
    public const string Status = "migrate:status";
    public const string Current = "migrate:current";
    public const string Validate = "migrate:validate";

    public const string MigrationUp = "migration up";
    public const string MigrationDown = "migration down";
    public const string MigrationDrill = "migration drill";

    /// <summary>The event of a statement.</summary>
    public const string Statement = "cairn.statement";
}
