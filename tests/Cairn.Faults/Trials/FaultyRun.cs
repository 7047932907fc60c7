using Cairn.Faults.Databases;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>The run that the fault happens to, where it lives through it.</summary>
/// <param name="Missed">It was over before.</param>
/// <param name="End">Its end, where it lived to tell.</param>
internal sealed record FaultyRun(bool Missed, JobEnd? End)
{
    public static FaultyRun Over { get; } = new(Missed: true, End: null);

    public static FaultyRun Died { get; } = new(Missed: false, End: null);

    /// <summary>Runs the job, whose connection ends at its point or a little later.</summary>
    public static async Task<FaultyRun> InterruptedAsync(WorkerProcess worker, Job job, Random chances, Func<Task> interrupt)
    {
        var run = await worker.BeginAsync(job);
        if (!await run.IsThereAsync())
        {
            return Over;
        }

        if (chances.Next(2) == 0)
        {
            await interrupt();
            await run.GoAsync();
        }
        else
        {
            await run.GoAsync();
            await Task.Delay(TimeSpan.FromMicroseconds(chances.Next(4000)));
            await interrupt();
        }

        return new FaultyRun(Missed: false, await run.EndAsync());
    }

    /// <summary>Runs the job, which loses its connection with one of the server's answers.</summary>
    public static async Task<FaultyRun> AnswerLostAsync(WorkerProcess worker, Job job, CuttingProxy proxy, int after, TimeSpan serverLearnsAfter)
    {
        var run = await worker.BeginAsync(job);
        if (!await run.IsThereAsync())
        {
            return Over;
        }

        proxy.LoseAnswer(after);
        await run.GoAsync();
        var end = run.EndAsync();
        if (await Task.WhenAny(proxy.Lost, end) == end)
        {
            await end;
            return Over;
        }

        _ = proxy.CutAsync(serverLearnsAfter);
        return new FaultyRun(Missed: false, await end);
    }
}
