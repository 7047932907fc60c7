using Cairn.Runtime.Execution.Reports;

namespace Cairn.Tool.Output;

/// <summary>A run's results in the user's words.</summary>
internal static class RunText
{
    /// <summary><c>applied 20260301A Add Orders Tenant Id (12 ms)</c>.</summary>
    public static string Line(MigrationOutcome migration) => $"{Word(migration)} {migration.Version} {migration.Name}{Took(migration.Duration)}";

    /// <summary>Milliseconds below ten seconds, seconds above.</summary>
    public static string Took(TimeSpan? duration) => duration switch
    {
        null => "",
        { TotalSeconds: < 10 } time => $" ({time.TotalMilliseconds:0} ms)",
        { TotalMinutes: < 10 } time => $" ({time.TotalSeconds:0.0} s)",
        { } time => $" ({time.TotalMinutes:0.0} min)",
    };

    /// <summary><c>1 migration</c>, <c>2 migrations</c>.</summary>
    public static string Count(int count) => count == 1 ? "1 migration" : $"{count} migrations";

    private static string Word(MigrationOutcome migration) => migration.State switch
    {
        OutcomeState.RolledBack => "rolled back",
        OutcomeState.Marked => migration.Direction == Direction.Up ? "marked as applied" : "marked as not applied",
        OutcomeState.Planned => migration.Direction == Direction.Up ? "would apply" : "would roll back",
        var state => state.ToString().ToLowerInvariant(),
    };
}
