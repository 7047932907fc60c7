using Cairn.Tool.Output;
using Cairn.Tool.Output.Fleets;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>What many outcomes come to: one exit code, one sum, one error.</summary>
public sealed class FleetReportTests
{
    public static TheoryData<string, int> Codes => new()
    {
        { "done done", 0 },
        { "nothing done", 0 },
        { "before before", 0 },
        { "", 0 },
        { "CAIRN3001", 1 },
        { "CAIRN3001 done", 1 },
        { "CAIRN7004 CAIRN7005", 5 },
        { "CAIRN7004 done", 1 },
        { "CAIRN7004 before", 5 },
        { "CAIRN4003 CAIRN4003", 4 },
        { "CAIRN4003 CAIRN7004", 1 },
        { "CAIRN2001 CAIRN2001", 2 },
        { "CAIRN2001 nothing", 1 },
        { "CAIRN2001 waiting waiting", 2 },
        { "CAIRN1017 done", 3 },
        { "CAIRN1017 CAIRN7004", 1 },
        { "CAIRN9001 done CAIRN1017", 70 },
        { "CAIRN3001 cancelled", 130 },
        { "done cancelled waiting", 130 },
    };

    [Theory]
    [MemberData(nameof(Codes))]
    public void The_exit_code_is_by_the_rule(string outcomes, int code)
    {
        var fleet = Fleet(outcomes);
        Assert.Equal(code, fleet.ExitCode);
        Assert.Equal(code, new CommandReport("migrate:latest") { Fleet = fleet, Error = FleetText.Error(fleet) }.ExitCode);
        Assert.Equal(code == 0, FleetText.Error(fleet) is null);
    }

    [Fact]
    public void A_run_that_ended_before_anything_began_is_cancelled_too() =>
        Assert.Equal(130, (Fleet("waiting waiting") with { IsCancelled = true }).ExitCode);

    [Fact]
    public void The_sum_counts_each_state_and_names_the_slowest()
    {
        var fleet = Fleet("done done nothing before CAIRN3001 cancelled waiting");
        Assert.Equal(["7 targets: 2 done, 1 nothing to do, 1 done before, 1 failed, 1 cancelled, 1 not started.", "Slowest: t5 (5 ms), t4 (4 ms), t2 (2 ms)."], FleetText.Sum(fleet));
        Assert.Equal(["t0", "t1", "t4", "t5", "t6"], FleetText.Table(fleet, all: false)!.Rows.Select(row => row[0]));
        Assert.Equal(7, FleetText.Table(fleet, all: true)!.Rows.Count);
        Assert.Null(FleetText.Table(Fleet("nothing nothing"), all: false));
    }

    [Fact]
    public void The_error_names_those_that_failed_and_those_that_were_not_started()
    {
        var error = FleetText.Error(Fleet("CAIRN3001 waiting done") with { Stopped = "the canary t0 failed" })!;
        Assert.Equal("1 of 3 targets failed: t0; 1 not started, since the canary t0 failed: t1.", error.Message);
        Assert.Contains("and 5 more", FleetText.Error(Fleet(string.Join(' ', Enumerable.Repeat("CAIRN3001", 15))))!.Message, StringComparison.Ordinal);
    }

    private static FleetReport Fleet(string outcomes)
    {
        var targets = outcomes.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select((word, index) =>
        {
            var took = TimeSpan.FromMilliseconds(index);
            return word switch
            {
                "waiting" => new FleetOutcome($"t{index}", FleetState.NotStarted),
                "before" => new FleetOutcome($"t{index}", FleetState.DoneBefore),
                "done" => FleetOutcome.Of($"t{index}", new CommandReport("x") { Answer = ["something"] }, took, keep: false),
                "nothing" => FleetOutcome.Of($"t{index}", new CommandReport("x"), took, keep: false),
                "cancelled" => FleetOutcome.Of($"t{index}", new CommandReport("x") { Error = new CairnException(ErrorCodes.Cancelled, "cancelled") }, took, keep: false),
                _ => FleetOutcome.Of($"t{index}", new CommandReport("x") { Error = new CairnException(word, "no") }, took, keep: false),
            };
        }).ToList();
        return new FleetReport(targets) { IsCancelled = outcomes.Contains("cancelled", StringComparison.Ordinal) };
    }
}
