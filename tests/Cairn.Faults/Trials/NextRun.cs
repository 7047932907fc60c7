using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Databases;
using Cairn.Faults.Workers;
using Cairn.Runtime.Execution;

namespace Cairn.Faults.Trials;

/// <summary>The run after the fault, in another process and without a fault.</summary>
/// <param name="workers">Where the process comes from.</param>
/// <param name="job">The command, with the answer to a question of an earlier run.</param>
internal sealed class NextRun(WorkerPool workers, Func<ResumeAnswer?, Job> job)
{
    /// <summary>How often the next run may end with "the lock is held".</summary>
    private const int MostWaits = 3;

    public async Task<JobEnd> RunAsync(ResumeAnswer? answer = null)
    {
        var worker = workers.Take();
        try
        {
            return await worker.RunAsync(job(answer));
        }
        finally
        {
            workers.GiveBack(worker);
        }
    }

    public async Task<(Verdict Verdict, string Story)> JudgeAsync(TestDatabase database, Fault fault, Baseline baseline, bool mayAsk)
    {
        var end = await RunAsync();
        for (var wait = 0; wait < MostWaits && end.Code == ErrorCodes.LockTimeout; wait++)
        {
            end = await RunAsync();
        }

        var asked = Questions.IsOne(end.Code) && mayAsk;
        if (asked)
        {
            // Where it is known what the truth is, it is told, and the run must go on with it.
            if (Questions.Answer(fault, baseline) is not { } answer)
            {
                return (Verdict.Asked, "");
            }

            end = await RunAsync(answer);
        }

        if (end.Code is not null)
        {
            return (Verdict.Wrong, $"the next run{(asked ? ", told the truth," : "")} ended with {end.Code}: {end.Message}");
        }

        return await DifferencesAsync(database, baseline.States[fault.Phase]) is { } story ? (Verdict.Wrong, story) : (asked ? Verdict.Asked : Verdict.Converged, "");
    }

    private static async Task<string?> DifferencesAsync(TestDatabase database, IReadOnlyList<string> expected)
    {
        var twice = await Digest.TwiceAsync(database);
        if (twice.Count > 0)
        {
            return $"applied twice: {string.Join(", ", twice)}";
        }

        var found = await Digest.OfAsync(database);
        var differences = expected.Except(found, StringComparer.Ordinal).Select(line => $"    - {line}")
            .Concat(found.Except(expected, StringComparer.Ordinal).Select(line => $"    + {line}")).ToList();
        return differences.Count > 0 || expected.Count != found.Count ? $"the database differs:\n{string.Join('\n', differences.Take(12))}" : null;
    }
}
