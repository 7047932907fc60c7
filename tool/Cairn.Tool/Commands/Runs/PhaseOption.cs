using Cairn.Runtime.Execution.Reports;
using Cairn.Tool.CommandLines;

namespace Cairn.Tool.Commands.Runs;

/// <summary>Which phase's migrations are run.</summary>
internal sealed class PhaseOption(CommandLineApplication app)
{
    private readonly CommandOption option = app.Value(
        "--phase <phase>", "before or after. Only migrations of this phase; one that says nothing is of the phase before.");

    /// <exception cref="CairnException">It is neither word.</exception>
    public Phase? Phase => option.Value() switch
    {
        null => null,
        "before" => Cairn.Phase.Before,
        "after" => Cairn.Phase.After,
        var other => throw OptionReading.Wrong($"--phase is before or after, not '{other}'.", "A migration of the phase after says so: [Phase(Phase.After)]."),
    };

    /// <summary>What is said where there is nothing to run.</summary>
    public string Nothing(RunReport report) => Phase is null ? UpToDate.Text(report) : $"Nothing of the phase {option.Value()} is pending.";
}
