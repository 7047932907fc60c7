using System.Globalization;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Settings;
using Cairn.Tool.Settings.Targets;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>Which targets are run, and in what order. Pure.</summary>
/// <param name="Canaries">Those that come first, one after another.</param>
/// <param name="Others">The rest.</param>
internal sealed record FleetPlan(IReadOnlyList<FleetTarget> Canaries, IReadOnlyList<FleetTarget> Others)
{
    /// <summary>All of them, in the file's order.</summary>
    public IReadOnlyList<FleetTarget> All => [.. Canaries.Concat(Others).OrderBy(target => target.Line)];

    /// <exception cref="CairnException">A target is named that the file does not have (CAIRN7009).</exception>
    public static FleetPlan Of(IReadOnlyList<FleetTarget> targets, FleetRequest request)
    {
        var only = request.Only.Select(name => Find(targets, name, "--only")).ToHashSet();
        var chosen = targets.Where(target => (only.Count == 0 || only.Contains(target)) && request.Shard?.Has(target.Name) != false).ToList();
        var named = request.Canaries.SelectMany(canary => Named(targets, chosen, canary)).ToHashSet();
        var canaries = chosen.Where(target => target.IsCanary || named.Contains(target)).ToList();
        return request.CanariesOnly && canaries.Count == 0 && request.Shard is null
            ? throw OptionReading.Wrong("--canaries-only: there is no canary.", "Mark one in the targets file with canary: true, or name one with --canary.")
            : new FleetPlan(canaries, request.CanariesOnly ? [] : [.. chosen.Except(canaries)]);
    }

    // A number is how many, unless a target is called so.
    private static IEnumerable<FleetTarget> Named(IReadOnlyList<FleetTarget> targets, List<FleetTarget> chosen, string canary) =>
        targets.All(target => target.Name != canary) && int.TryParse(canary, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? chosen.Take(count)
            : [Find(targets, canary, "--canary")];

    private static FleetTarget Find(IReadOnlyList<FleetTarget> targets, string name, string option) =>
        targets.FirstOrDefault(target => target.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw OptionReading.Wrong($"{option}: the targets file has no '{name}'.", NearestName.Of(name, targets.Select(target => target.Name)) is { } near ? $"Did you mean '{near}'?" : "Name one that stands in it.");
}
