using Cairn.Tool.Output;
using Cairn.Tool.Output.Fleets;
using Cairn.Tool.Settings.Targets;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>Runs a command for all databases of a targets file: the canaries first and one after another, then the others, several at a time.</summary>
internal sealed class FleetRun
{
    private readonly CommandContext _fleet;
    private readonly FleetRequest _request;
    private readonly FleetPlan _plan;
    private readonly FleetShare _share;
    private readonly TargetRunner _runner;
    private readonly FleetAnswers _answers = new();
    private readonly FleetProgress _progress;
    private readonly FleetLog? _log;
    private readonly Dictionary<FleetTarget, FleetOutcome> _outcomes = new(ReferenceEqualityComparer.Instance);
    private string? _stopped;
    private int _failures;

    private FleetRun(CommandContext fleet, CommandBody body, FleetRequest request, FleetPlan plan, FleetShare share, FleetLog? log)
    {
        (_fleet, _request, _plan, _share, _log) = (fleet, request, plan, share, log);
        _runner = new TargetRunner(fleet, body, share);
        _progress = new FleetProgress(fleet, plan.Canaries.Count + plan.Others.Count);
    }

    /// <param name="fleet">The context of the whole; no database is read from its settings.</param>
    /// <param name="body">What the command does on one database.</param>
    /// <param name="request">How to go through them.</param>
    /// <param name="given">What the command was told of its own.</param>
    /// <param name="cancellationToken">Stops it: those that run are rolled back, no more is started.</param>
    /// <exception cref="CairnException">Something is wrong before anything runs.</exception>
    public static async Task<CommandReport> RunAsync(
        CommandContext fleet, CommandBody body, FleetRequest request, IReadOnlyList<string> given, CancellationToken cancellationToken)
    {
        FleetOptions.RefuseOthers(fleet.Settings);
        var file = TargetFile.Read(request.File, fleet.Settings.Table, fleet.Host);
        foreach (var warning in file.Warnings)
        {
            fleet.Observer.Warning(warning);
        }

        var plan = FleetPlan.Of(file.Targets, request);
        var where = $"{FleetText.Count(plan.All.Count)} of {file.Display}";
        var bundle = given.FirstOrDefault(option => option.StartsWith("--bundle=", StringComparison.Ordinal))?["--bundle=".Length..];
        using var migrations = new SharedMigrations(fleet.Settings, new FleetWarnings(fleet.Observer), bundle);
        var share = new FleetShare(migrations, what => Confirmation.AskAsync(fleet, what, where, cancellationToken));
        using var log = FleetLog.Open(fleet, request, new FleetLogHead(fleet.Command, given, migrations.Identity()));
        return await new FleetRun(fleet, body, request, plan, share, log).RunAsync(cancellationToken);
    }

    private async Task<CommandReport> RunAsync(CancellationToken cancellationToken)
    {
        MoreThreads();
        foreach (var canary in _plan.Canaries)
        {
            await RunAsync(canary, cancellationToken);
            if (_outcomes.GetValueOrDefault(canary)?.State == FleetState.Failed)
            {
                _stopped ??= $"the canary {canary.Name} failed";
            }
        }

        // The token is looked at by each: those that had not begun are told as such, and the others end by themselves.
        var many = new ParallelOptions { MaxDegreeOfParallelism = _request.Parallel, CancellationToken = CancellationToken.None };
        await Parallel.ForEachAsync(_plan.Others, many, async (target, _) => await RunAsync(target, cancellationToken));
        return _share.Refused is { } refused ? new CommandReport(_fleet.Command) { Error = refused } : Report(cancellationToken.IsCancellationRequested);
    }

    private async Task RunAsync(FleetTarget target, CancellationToken cancellationToken)
    {
        if (_log?.IsDone(target) == true)
        {
            Keep(target, new FleetOutcome(target.Name, FleetState.DoneBefore));
            return;
        }

        if (cancellationToken.IsCancellationRequested || Volatile.Read(ref _stopped) is not null || _share.Refused is not null)
        {
            return;
        }

        var outcome = await _runner.RunAsync(target, cancellationToken);
        if (_share.Refused is not null)
        {
            return;
        }

        _answers.Add(target, outcome.Report!, lists: _fleet.Flags.Verbose);
        _log?.Write(target, outcome);
        _progress.Ended(outcome);
        Keep(target, outcome with { Report = outcome.Report! with { Answer = [] } });
    }

    private void Keep(FleetTarget target, FleetOutcome outcome)
    {
        lock (_outcomes)
        {
            _outcomes[target] = outcome;
            _failures += outcome.State == FleetState.Failed ? 1 : 0;
            if (_failures >= _request.MaxFailures && _failures > 0)
            {
                _stopped ??= _failures == 1 ? "one has failed" : $"{_failures} have failed";
            }
        }
    }

    private CommandReport Report(bool cancelled)
    {
        var all = _plan.All;
        var fleet = new FleetReport([.. all.Select(target => _outcomes.GetValueOrDefault(target) ?? new FleetOutcome(target.Name, FleetState.NotStarted))])
        {
            Answers = _answers.All(),
            Stopped = all.Count > _outcomes.Count ? _stopped : null,
            IsCancelled = cancelled && (all.Count > _outcomes.Count || _outcomes.Values.Any(outcome => outcome.State == FleetState.Cancelled)),
        };
        return new CommandReport(_fleet.Command)
        {
            Fleet = fleet,
            Error = FleetText.Error(fleet),
            Warnings = _fleet.Observer.Warnings,
            Files = _log is { } log ? [log.Display] : null,
            Answer = [.. FleetText.Answers(fleet)],
            Table = _fleet.Flags.Quiet ? null : FleetText.Table(fleet, all: _fleet.Flags.Verbose),
            Summary = [.. FleetText.Sum(fleet)],
        };
    }

    // A driver that works without waiting, as SQLite's, holds a thread for all of its time.
    private void MoreThreads()
    {
        ThreadPool.GetMinThreads(out var workers, out var ports);
        ThreadPool.SetMinThreads(Math.Max(workers, Math.Min(_request.Parallel, _plan.Others.Count) + Environment.ProcessorCount), ports);
    }
}
