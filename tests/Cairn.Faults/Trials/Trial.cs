using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Databases;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>Faults of one history: a database for each, the faulted run, the run after it, and the comparison.</summary>
internal sealed class Trial(TestServer server, WorkerPool workers, Baseline baseline, string cache)
{
    /// <summary>The server learns of a cut connection after this time, so that the next run comes while the old session lives.</summary>
    private static readonly TimeSpan Late = TimeSpan.FromMilliseconds(600);

    /// <summary>A fault that the run's process lives through.</summary>
    public async Task<TrialEnd> RunAsync(Fault fault)
    {
        try
        {
            await using var place = await PlaceAsync(fault);
            var faulty = await FaultyAsync(place);
            return await JudgeAsync(place, faulty);
        }
        catch (TimeoutException error)
        {
            return Wrong(fault, null, $"a run did not end; {error.Message}");
        }
    }

    /// <summary>A database for the fault, with what the commands before the faulted one made.</summary>
    public async Task<Place> PlaceAsync(Fault fault)
    {
        var copy = baseline.Before[fault.Phase] is { } original ? await Copies.OfAsync(server, original) : null;
        var database = copy ?? await server.CreateDatabaseAsync();
        for (var phase = 0; phase < fault.Phase && copy is null; phase++)
        {
            if (await new NextRun(workers, job => JobFor(database, null, fault, phase) with { Resume = job }).RunAsync() is { Code: not null } failed)
            {
                throw new InvalidOperationException($"{Head(fault)}\n  the run before the fault failed: {failed.Code} {failed.Message}");
            }
        }

        var proxy = server.Engine == EngineNames.Sqlite ? null : new CuttingProxy(ConnectionTexts.Server(database));
        var port = fault.Kind is FaultKind.KilledAfter or FaultKind.ConnectionCut or FaultKind.AnswerLost ? proxy!.Port : (int?)null;
        return new Place(fault, database, proxy, JobFor(database, port, fault, fault.Phase) with { Point = fault.Point, Stop = true });
    }

    /// <summary>Runs the command again after the faulted run, and says how it all came out.</summary>
    public async Task<TrialEnd> JudgeAsync(Place place, FaultyRun faulty)
    {
        var (fault, database) = (place.Fault, place.Database);
        if (faulty.Missed)
        {
            return new TrialEnd(fault, Verdict.Missed, null, "");
        }

        if (faulty.End is { Code: { } code } && !code.StartsWith("CAIRN", StringComparison.Ordinal))
        {
            return Wrong(fault, code, $"the run ended with no error of the tool's: {faulty.End.Message}");
        }

        var told = faulty.End is null ? null : faulty.End.Code ?? "success";
        var up = fault.History.Phases[fault.Phase].Command == "latest";
        var lie = faulty.End is { } end ? await Claims.FindFalseAsync(database, baseline.States[fault.Phase], up, end) : null;
        var next = new NextRun(workers, answer => JobFor(database, null, fault, fault.Phase) with { Resume = answer });
        var (verdict, story) = await next.JudgeAsync(database, fault, baseline, fault.History.MayAsk.Contains(server.Engine, StringComparer.Ordinal));
        var judged = verdict == Verdict.Wrong ? Wrong(fault, told, story) : new TrialEnd(fault, verdict, told, "");
        return judged with { Misled = lie is null ? null : $"{Head(fault)}\n  {lie}\n  told: {told} {faulty.End!.Message}" };
    }

    /// <summary>A fault whose trial could not be brought to its end.</summary>
    public TrialEnd Wrong(Fault fault, string? told, string story) =>
        new(fault, Verdict.Wrong, told, $"{Head(fault)}\n  the faulted run: {told ?? "died"}\n  {story}");

    private async Task<FaultyRun> FaultyAsync(Place place)
    {
        var (fault, job, chances) = (place.Fault, place.Job, place.Fault.Chances());
        var late = chances.Next(2) == 0 ? TimeSpan.Zero : Late;
        var worker = workers.Take();
        try
        {
            return await (fault.Kind switch
            {
                FaultKind.SessionEnded => FaultyRun.InterruptedAsync(worker, job, chances, () => Sessions.EndAsync(place.Database)),
                FaultKind.ConnectionCut => FaultyRun.InterruptedAsync(worker, job, chances, () => Begun(place.Proxy!.CutAsync(late))),
                _ => FaultyRun.AnswerLostAsync(worker, job, place.Proxy!, chances.Next(3), late),
            });
        }
        finally
        {
            workers.GiveBack(worker);
        }
    }

    // The first part of a cut happens before it first waits; the rest is for later.
    private static Task Begun(Task cut) => cut.IsFaulted ? cut : Task.CompletedTask;

    private Job JobFor(TestDatabase database, int? port, Fault fault, int phase)
    {
        var (command, to) = fault.History.Phases[phase];
        return new Job(ConnectionTexts.ClientOf(server.Engine), ConnectionTexts.Of(database, port), baseline.Folder, cache, command, to);
    }

    private string Head(Fault fault) => $"{server.Engine}: {fault}\n  at: {baseline.Line(fault.Phase, fault.Point)}";
}
