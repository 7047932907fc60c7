using Cairn.Tests.Tool.Calls;
using Cairn.Tool.Commands.Fleets;
using Cairn.Tool.Settings.Targets;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>Which targets are run, and which of them first.</summary>
public sealed class FleetPlanTests : IDisposable
{
    private readonly CalledTool _tool = new();

    [Theory]
    [InlineData("", "", "", "c", "a b d 2")]
    [InlineData("d", "", "", "c d", "a b 2")]
    [InlineData("3", "", "", "a b c", "d 2")]
    [InlineData("2", "", "", "c 2", "a b d")]
    [InlineData("D A", "", "", "a c d", "b 2")]
    [InlineData("", "b c", "", "c", "b")]
    [InlineData("1", "b d", "", "b", "d")]
    [InlineData("b", "a", "", "", "a")]
    [InlineData("", "", "only", "c", "")]
    public void Canaries_come_first_and_others_are_left_out(string canaries, string only, string canariesOnly, string first, string then)
    {
        var plan = FleetPlan.Of(Targets(), new FleetRequest("t") { Canaries = canaries.Split(' ', StringSplitOptions.RemoveEmptyEntries), Only = only.Split(' ', StringSplitOptions.RemoveEmptyEntries), CanariesOnly = canariesOnly.Length > 0 });
        Assert.Equal(first, string.Join(' ', plan.Canaries.Select(target => target.Name)));
        Assert.Equal(then, string.Join(' ', plan.Others.Select(target => target.Name)));
    }

    [Fact]
    public void A_shard_has_its_own_and_all_shards_have_all()
    {
        var parts = Enumerable.Range(1, 3).Select(part => FleetPlan.Of(Targets(), new FleetRequest("t") { Shard = new Shard(part, 3) }).All).ToList();
        Assert.Equal(["2", "a", "b", "c", "d"], parts.SelectMany(part => part.Select(target => target.Name)).Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData("x", "")]
    [InlineData("", "x")]
    public void A_name_that_the_file_does_not_have_is_refused(string canary, string only) =>
        Assert.Equal(ErrorCodes.CommandLineInvalid, Assert.Throws<CairnException>(() => FleetPlan.Of(Targets(), new FleetRequest("t")
        {
            Canaries = canary.Split(' ', StringSplitOptions.RemoveEmptyEntries),
            Only = only.Split(' ', StringSplitOptions.RemoveEmptyEntries),
        })).Code);

    public void Dispose() => _tool.Dispose();

    private IReadOnlyList<FleetTarget> Targets() => TargetFile.Read("t.json", "m", _tool.Write("t.json", """
        [{ "name": "a", "connection": "sqlite:a" }, { "name": "b", "connection": "sqlite:b" }, { "name": "c", "connection": "sqlite:c", "canary": true },
         { "name": "d", "connection": "sqlite:d" }, { "name": "2", "connection": "sqlite:e" }]
        """).Host()).Targets;
}
