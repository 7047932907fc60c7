using Cairn.Runtime.Checks;
using Cairn.Tool.Commands.Checks;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Looks at everything that a first run needs.</summary>
internal sealed class DoctorCommand : ICommand
{
    public IReadOnlyList<string> Names => ["doctor"];

    public string Description => "Checks everything that a first run needs, and says how to mend what is wrong: settings, folders, cache, driver, connection, version, rights, clock, lock. Changes nothing.";

    public CommandBody Declare(CommandLineApplication app) => async (context, cancellationToken) =>
    {
        var checks = await ProjectChecks.RunAsync(context, cancellationToken);
        var failed = checks.Where(check => check.State == CheckState.Fail).Select(check => check.Name).Distinct().ToList();
        return new CommandReport(context.Command)
        {
            Checks = [.. checks.Select(CheckLine.Of)],
            Answer = [.. checks.SelectMany(Lines)],
            Error = failed.Count == 0 ? null : new CairnException(ErrorCodes.CheckFailed, $"A run would fail: {string.Join(", ", failed)}.") { Fix = "Mend what is said above, from the top.", DatabaseState = "nothing was changed" },
        };
    };

    private static IEnumerable<string> Lines(CheckResult check)
    {
        yield return $"{check.State.ToString().ToLowerInvariant(),-4}  {check.Name,-10}  {check.Message.ReplaceLineEndings(" ")}";
        if (check.Fix is { } fix)
        {
            yield return $"{"",-18}fix: {fix.ReplaceLineEndings(" ")}";
        }
    }
}
