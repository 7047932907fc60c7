using System.Diagnostics;
using System.Reflection;

namespace Cairn.Faults.Workers;

/// <summary>A child process, seen from the harness.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(90);
    private readonly Process process;

    public WorkerProcess()
    {
        var program = Environment.ProcessPath!;
        string[] before = Path.GetFileNameWithoutExtension(program) == "dotnet" ? [Assembly.GetExecutingAssembly().Location] : [];
        process = Process.Start(new ProcessStartInfo(program, [.. before, Worker.Argument])
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
    }

    public bool IsAlive => !process.HasExited;

    public Task TellAsync(string line) => process.StandardInput.WriteLineAsync(line).ContinueWith(_ => process.StandardInput.FlushAsync(), TaskScheduler.Default).Unwrap();

    /// <summary>The next line of the worker; null when it has ended.</summary>
    /// <exception cref="TimeoutException">It says nothing: the run hangs.</exception>
    public async Task<string?> HearAsync()
    {
        try
        {
            return await process.StandardOutput.ReadLineAsync().WaitAsync(Longest);
        }
        catch (TimeoutException)
        {
            var state = await Hang.DescribeAsync(process);
            if (Environment.GetEnvironmentVariable("CAIRN_FAULTS_HANG") is { Length: > 0 } program)
            {
                using var looking = Process.Start(program, process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture));
                await looking.WaitForExitAsync();
            }

            // Nothing that it says later may be taken for the answer to another question.
            Kill();
            throw new TimeoutException(state);
        }
    }

    /// <summary>Runs a job without a fault.</summary>
    public async Task<JobEnd> RunAsync(Job job)
    {
        await TellAsync(job.ToLine());
        return await HearAsync() is { } line && line.StartsWith(JobEnd.Mark, StringComparison.Ordinal)
            ? JobEnd.FromLine(line)
            : new JobEnd(0, "crash", "The process ended by itself.", []);
    }

    /// <summary>SIGKILL, and waits for the end.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
    }

    public void Dispose()
    {
        if (IsAlive)
        {
            Kill();
        }

        process.Dispose();
    }
}
