using Cairn.Runtime.Execution;
using Cairn.Tool.CommandLines;

namespace Cairn.Tool.Commands.Runs;

/// <summary>What to roll back; for <c>migrate:down</c>, and for its plan.</summary>
internal sealed class DownOptions
{
    private readonly CommandArgument _version;
    private readonly CommandOption _steps;
    private readonly CommandOption _to;
    private readonly CommandOption _includeBuiltIn;
    private readonly CommandOption _force;
    private readonly CommandOption _fromHistory;

    public DownOptions(CommandLineApplication app)
    {
        _version = app.Argument("version", "The version to roll back.");
        _steps = app.Value("--steps <number>", "How many, the most recently applied first.");
        _to = app.Value("--to <version>", "Back to this version, which stays.");
        _includeBuiltIn = app.Flag("--include-built-in", "Also Cairn's own migrations.");
        _force = app.Flag("--force", "Also what its author calls irreversible.");
        _fromHistory = app.Flag("--from-history", "Where a file is gone, roll back by the recorded source.");
    }

    public DownRequest Read(bool dryRun)
    {
        OptionReading.AtMostOne(("a version", _version.Value is not null), ("--steps", _steps.HasValue()), ("--to", _to.HasValue()));
        return new DownRequest(_version.Value, _steps.Count(), _to.Value())
        {
            IncludeBuiltIn = _includeBuiltIn.HasValue(),
            Force = _force.HasValue(),
            FromHistory = _fromHistory.HasValue(),
            DryRun = dryRun,
        };
    }
}
