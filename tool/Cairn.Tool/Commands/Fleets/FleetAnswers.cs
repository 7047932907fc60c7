using Cairn.Tool.Output;
using Cairn.Tool.Output.Fleets;
using Cairn.Tool.Settings.Targets;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>What a command answered on each target, each answer kept once: a plan is mostly the same on all of them.</summary>
internal sealed class FleetAnswers
{
    private readonly Dictionary<string, List<FleetTarget>> _targets = new(StringComparer.Ordinal);

    /// <summary>Takes what one target's report has to print; its lists only where they are asked for.</summary>
    public void Add(FleetTarget target, CommandReport report, bool lists)
    {
        IEnumerable<string> table = lists && report.Table is { } rows ? PlainTable.Lines(rows) : [];
        var text = string.Join('\n', report.Answer.Concat(table));
        if (text.Length == 0)
        {
            return;
        }

        lock (_targets)
        {
            if (!_targets.TryGetValue(text, out var same))
            {
                _targets[text] = same = [];
            }

            same.Add(target);
        }
    }

    /// <summary>The answers, in the order of the targets file.</summary>
    public IReadOnlyList<FleetAnswer> All() =>
    [
        .. _targets
            .Select(pair => (Text: pair.Key, Targets: pair.Value.OrderBy(target => target.Line).ToList()))
            .OrderBy(answer => answer.Targets[0].Line)
            .Select(answer => new FleetAnswer([.. answer.Targets.Select(target => target.Name)], answer.Text.Split('\n'))),
    ];
}
