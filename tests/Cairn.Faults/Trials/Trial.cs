using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Databases;
using Cairn.Faults.Workers;
using Cairn.Runtime.Execution;

namespace Cairn.Faults.Trials;

/// <summary>One fault on a database of its own, the run after it, and the comparison.</summary>
internal sealed class Trial(TestServer server, WorkerPool workers, Baseline baseline, string cache)
{
    /// <summary>How often the next run may end with "the lock is held".</summary>
    private const int MostWaits = 3;

    /// <summary>The server learns of a cut connection after this time, so that the next run comes while the old session lives.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(600);

    /// <summary>How a run may tell that its connection was lost.</summary>
    private static readonly string[] Lost = [ErrorCodes.ConnectionLost, ErrorCodes.Unreachable];

    public async Task<TrialEnd> RunAsync(Fault fault)
    {
        await using var database = await server.CreateDatabaseAsync();
        using var proxy = server.Engine == EngineNames.Sqlite ? null : new CuttingProxy(ConnectionTexts.Server(database));
        var run = "a run before the fault";
        try
        {
            for (var phase = 0; phase < fault.Phase; phase++)
            {
                if (await CleanAsync(database, fault, phase) is { Code: not null } failed)
                {
                    return Wrong(fault, null, $"the run before the fault failed: {failed.Code} {failed.Message}");
                }
            }

            run = "the faulted run";
            var faulty = await FaultyAsync(database, proxy, fault);
            if (faulty.Missed)
            {
                return new TrialEnd(fault, Verdict.Missed, null, "");
            }

            if (faulty.End is { Code: { } code } && !code.StartsWith("CAIRN", StringComparison.Ordinal))
            {
                return Wrong(fault, code, $"the run ended with no error of the tool's: {faulty.End.Message}");
            }

            run = "the next run";
            var end = await AgainAsync(database, fault, faulty.End is null ? null : faulty.End.Code ?? "success");
            return end with { Misled = faulty.End is { Code: { } told } && !Lost.Contains(told, StringComparer.Ordinal) ? $"{Head(fault)}\n  told: {told} {faulty.End.Message}" : null };
        }
        catch (TimeoutException error)
        {
            return Wrong(fault, null, $"{run} did not end; {error.Message}");
        }
    }

    private async Task<TrialEnd> AgainAsync(TestDatabase database, Fault fault, string? told)
    {
        var end = await CleanAsync(database, fault, fault.Phase);
        for (var wait = 0; wait < MostWaits && end.Code == ErrorCodes.LockTimeout; wait++)
        {
            end = await CleanAsync(database, fault, fault.Phase);
        }

        var asked = Questions.IsOne(end.Code) && fault.History.MayAsk.Contains(server.Engine, StringComparer.Ordinal);
        if (asked)
        {
            // Where it is known what the truth is, it is told, and the run must go on with it.
            if (Questions.Answer(fault, baseline) is not { } answer)
            {
                return new TrialEnd(fault, Verdict.Asked, told, "");
            }

            end = await CleanAsync(database, fault, fault.Phase, answer);
        }

        if (end.Code is not null)
        {
            return Wrong(fault, told, $"the next run{(asked ? ", told the truth," : "")} ended with {end.Code}: {end.Message}");
        }

        var twice = await Digest.TwiceAsync(database);
        var expected = baseline.States[fault.Phase];
        var found = await Digest.OfAsync(database);
        var differences = expected.Except(found, StringComparer.Ordinal).Select(line => $"    - {line}")
            .Concat(found.Except(expected, StringComparer.Ordinal).Select(line => $"    + {line}")).ToList();
        return twice.Count > 0
            ? Wrong(fault, told, $"applied twice: {string.Join(", ", twice)}")
            : differences.Count > 0 || expected.Count != found.Count
                ? Wrong(fault, told, $"the database differs:\n{string.Join('\n', differences.Take(12))}")
                : new TrialEnd(fault, asked ? Verdict.Asked : Verdict.Converged, told, "");
    }

    private async Task<JobEnd> CleanAsync(TestDatabase database, Fault fault, int phase, ResumeAnswer? answer = null)
    {
        var worker = workers.Take();
        try
        {
            return await worker.RunAsync(JobFor(database, null, fault, phase) with { Resume = answer });
        }
        finally
        {
            workers.GiveBack(worker);
        }
    }

    private async Task<FaultyRun> FaultyAsync(TestDatabase database, CuttingProxy? proxy, Fault fault)
    {
        var chances = fault.Chances();
        var port = fault.Kind is FaultKind.KilledAfter or FaultKind.ConnectionCut or FaultKind.AnswerLost ? proxy!.Port : (int?)null;
        var job = JobFor(database, port, fault, fault.Phase) with { Point = fault.Point };
        var asking = job with { Reaction = Reaction.Ask };
        var dies = fault.Kind is FaultKind.KilledBefore or FaultKind.KilledDuring or FaultKind.KilledAfter;
        var late = chances.Next(2) == 0 ? TimeSpan.Zero : Late;
        var worker = dies ? workers.TakeFresh() : workers.Take();
        try
        {
            return await (fault.Kind switch
            {
                FaultKind.KilledBefore => FaultyRun.KilledAsync(worker, job with { Reaction = Reaction.KillAtOnce }),
                // As many short times as long ones.
                FaultKind.KilledDuring => FaultyRun.KilledAsync(
                    worker, job with { Reaction = Reaction.KillSoon, Microseconds = (int)(20 * Math.Pow(250, chances.NextDouble())) }),
                FaultKind.KilledAfter => FaultyRun.KilledAfterAsync(worker, asking, proxy!),
                FaultKind.SessionEnded => FaultyRun.InterruptedAsync(worker, asking, chances, () => Sessions.EndAsync(database)),
                FaultKind.ConnectionCut => FaultyRun.InterruptedAsync(worker, asking, chances, () => Begun(proxy!.CutAsync(late))),
                _ => FaultyRun.AnswerLostAsync(worker, asking, proxy!, chances.Next(3), late),
            });
        }
        finally
        {
            if (dies)
            {
                worker.Dispose();
            }
            else
            {
                workers.GiveBack(worker);
            }
        }
    }

    // The first part of a cut happens before it first waits; the rest is for later.
    private static Task Begun(Task cut) => cut.IsFaulted ? cut : Task.CompletedTask;

    private Job JobFor(TestDatabase database, int? port, Fault fault, int phase)
    {
        var (command, to) = fault.History.Phases[phase];
        return new Job(ConnectionTexts.ClientOf(server.Engine), ConnectionTexts.Of(database, port), baseline.Folder, cache, command, to);
    }

    private TrialEnd Wrong(Fault fault, string? told, string story) =>
        new(fault, Verdict.Wrong, told, $"{Head(fault)}\n  the faulted run: {told ?? "died"}\n  {story}");

    private string Head(Fault fault) => $"{server.Engine}: {fault}\n  at: {Place(fault)}";

    private string Place(Fault fault) => baseline.Line(fault.Phase, fault.Point);
}
