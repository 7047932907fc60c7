using Cairn.Faults.Databases;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>The run that the fault happens to.</summary>
/// <param name="Missed">It was over before.</param>
/// <param name="End">Its end, where it lived to tell.</param>
internal sealed record FaultyRun(bool Missed, JobEnd? End)
{
    private static readonly FaultyRun Over = new(Missed: true, End: null);

    /// <summary>Runs the job in a process that dies of it.</summary>
    public static async Task<FaultyRun> KilledAsync(WorkerProcess worker, Job job)
    {
        await worker.TellAsync(job.ToLine());
        return await worker.HearAsync() is null ? new FaultyRun(Missed: false, End: null) : Over;
    }

    /// <summary>Runs the job, and kills the process when the server has done the statement that it stands at.</summary>
    public static async Task<FaultyRun> KilledAfterAsync(WorkerProcess worker, Job job, CuttingProxy proxy)
    {
        if (!await ReachedAsync(worker, job))
        {
            return Over;
        }

        proxy.LoseAnswer(after: 0);
        await worker.TellAsync("go");
        var heard = worker.HearAsync();
        if (await Task.WhenAny(proxy.Lost, heard) == heard)
        {
            await heard;
            return Over;
        }

        worker.Kill();
        await heard;
        return new FaultyRun(Missed: false, End: null);
    }

    /// <summary>Runs the job, whose connection ends at its point or a little later.</summary>
    public static async Task<FaultyRun> InterruptedAsync(WorkerProcess worker, Job job, Random chances, Func<Task> interrupt)
    {
        if (!await ReachedAsync(worker, job))
        {
            return Over;
        }

        if (chances.Next(2) == 0)
        {
            await interrupt();
            await worker.TellAsync("go");
        }
        else
        {
            await worker.TellAsync("go");
            await Task.Delay(TimeSpan.FromMicroseconds(chances.Next(4000)));
            await interrupt();
        }

        return new FaultyRun(Missed: false, await EndAsync(worker.HearAsync()));
    }

    /// <summary>Runs the job, which loses its connection with one of the server's answers.</summary>
    public static async Task<FaultyRun> AnswerLostAsync(WorkerProcess worker, Job job, CuttingProxy proxy, int after, TimeSpan serverLearnsAfter)
    {
        if (!await ReachedAsync(worker, job))
        {
            return Over;
        }

        proxy.LoseAnswer(after);
        await worker.TellAsync("go");
        var heard = worker.HearAsync();
        if (await Task.WhenAny(proxy.Lost, heard) == heard)
        {
            await heard;
            return Over;
        }

        _ = proxy.CutAsync(serverLearnsAfter);
        return new FaultyRun(Missed: false, await EndAsync(heard));
    }

    private static async Task<bool> ReachedAsync(WorkerProcess worker, Job job)
    {
        await worker.TellAsync(job.ToLine());
        return await worker.HearAsync() == "there";
    }

    private static async Task<JobEnd> EndAsync(Task<string?> heard) =>
        await heard is { } line ? JobEnd.FromLine(line) : new JobEnd(0, "crash", "The process ended by itself.", []);
}
