using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Threading.Channels;

namespace Cairn.Faults.Workers;

/// <summary>A child process, seen from the harness.</summary>
internal sealed class WorkerProcess : IDisposable
{
    private readonly ConcurrentDictionary<int, Channel<string>> conversations = new();
    private readonly SemaphoreSlim telling = new(1);
    private readonly Process process;
    private readonly Thread listening;
    private volatile bool ended;
    private int last;

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
        // A thread of its own: waiting for a pipe takes one anyway, and the pool's are needed for the proxies.
        listening = new Thread(Listen) { IsBackground = true };
        listening.Start();
    }

    public bool IsAlive => !ended && !process.HasExited;

    /// <summary>Begins a run.</summary>
    public async Task<Conversation> BeginAsync(Job job)
    {
        var number = Interlocked.Increment(ref last);
        var lines = Channel.CreateUnbounded<string>();
        conversations[number] = lines;
        if (ended)
        {
            lines.Writer.TryComplete();
        }

        await TellAsync((job with { Number = number }).ToLine());
        return new Conversation(this, number, lines.Reader);
    }

    /// <summary>Runs a job without a fault.</summary>
    public async Task<JobEnd> RunAsync(Job job) => await (await BeginAsync(job)).EndAsync();

    public async Task TellAsync(string line)
    {
        await telling.WaitAsync();
        try
        {
            await process.StandardInput.WriteLineAsync(line);
            await process.StandardInput.FlushAsync();
        }
        catch (IOException)
        {
            // It has died; who listens learns it.
        }
        finally
        {
            telling.Release();
        }
    }

    /// <summary>SIGKILL, and waits for the end.</summary>
    public void Kill()
    {
        process.Kill();
        process.WaitForExit();
        listening.Join();
    }

    /// <summary>Where a worker stands that says nothing any more. It is ended: nothing that it says later may be taken for an answer.</summary>
    public async Task<string> HangsAsync()
    {
        var state = IsAlive ? await Hang.DescribeAsync(process) : "";
        Kill();
        return state;
    }

    public void Dispose()
    {
        if (!process.HasExited)
        {
            Kill();
        }

        process.Dispose();
        telling.Dispose();
    }

    private void Listen()
    {
        while (process.StandardOutput.ReadLine() is { } line)
        {
            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && int.TryParse(line.AsSpan(0, space), CultureInfo.InvariantCulture, out var number) && conversations.TryGetValue(number, out var lines))
            {
                lines.Writer.TryWrite(line[(space + 1)..]);
            }
        }

        ended = true;
        foreach (var lines in conversations.Values)
        {
            lines.Writer.TryComplete();
        }
    }
}
