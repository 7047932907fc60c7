using System.Collections.Concurrent;

namespace Cairn.Faults.Workers;

/// <summary>Workers that wait for a job; one that lived through its job is used again, one that was killed is replaced ahead of its need.</summary>
internal sealed class WorkerPool : IDisposable
{
    private readonly ConcurrentQueue<WorkerProcess> fresh = new();
    private readonly ConcurrentBag<WorkerProcess> used = [];

    public WorkerPool(int spares)
    {
        for (var index = 0; index < spares; index++)
        {
            fresh.Enqueue(new WorkerProcess());
        }
    }

    /// <summary>One that is going to be killed.</summary>
    public WorkerProcess TakeFresh()
    {
        fresh.Enqueue(new WorkerProcess());
        return fresh.TryDequeue(out var worker) ? worker : new WorkerProcess();
    }

    /// <summary>One that is expected to live; it is to be given back.</summary>
    public WorkerProcess Take() => used.TryTake(out var worker) ? worker : new WorkerProcess();

    public void GiveBack(WorkerProcess worker)
    {
        if (worker.IsAlive)
        {
            used.Add(worker);
        }
        else
        {
            worker.Dispose();
        }
    }

    public void Dispose()
    {
        foreach (var worker in fresh.Concat(used))
        {
            worker.Dispose();
        }
    }
}
