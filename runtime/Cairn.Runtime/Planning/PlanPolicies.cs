using Cairn.Runtime.Execution;

namespace Cairn.Runtime.Planning;

/// <summary>What to do about something that planning finds.</summary>
public sealed record PlanPolicies
{
    /// <summary>A pending migration older than the newest applied one.</summary>
    public CheckPolicy OutOfOrder { get; init; } = CheckPolicy.Warn;

    /// <summary>An applied migration whose file changed.</summary>
    public CheckPolicy Changed { get; init; } = CheckPolicy.Warn;

    /// <summary>An applied migration whose file is gone.</summary>
    public CheckPolicy Missing { get; init; } = CheckPolicy.Warn;

    /// <summary>As the user has set them.</summary>
    public static PlanPolicies From(MigratorOptions options) =>
        new() { OutOfOrder = options.OutOfOrder, Changed = options.Changed, Missing = options.Missing };
}
