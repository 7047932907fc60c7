using System.Collections.Concurrent;
using System.Globalization;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;

namespace Cairn.Faults.Workers;

/// <summary>The child process: runs the jobs that its input names, several at once where it is told so; embeds the runtime as any application does.</summary>
internal static class Worker
{
    public const string Argument = "worker";

    /// <summary>What ends the process some microseconds after all runs that stand at their points have been let go.</summary>
    public const string KillAfter = "kill-after";

    private const int Threads = 32;
    private static readonly ConcurrentDictionary<int, PointObserver> Running = new();
    private static readonly Lock Saying = new();

    public static async Task RunAsync()
    {
        // Runs that stand at their points keep a thread each.
        ThreadPool.SetMinThreads(Threads, Threads);
        Hang.TellOnSignal(() => Running.Values.SelectMany(observer => observer.Lines.TakeLast(3)));
        while (Console.In.ReadLine() is { Length: > 0 } line)
        {
            switch (line.Split(' ', 2))
            {
                case [Conversation.Go, var number]:
                    Running[int.Parse(number, CultureInfo.InvariantCulture)].Go();
                    break;
                case [KillAfter, var microseconds]:
                    var kill = new SelfKill(int.Parse(microseconds, CultureInfo.InvariantCulture));
                    kill.Begin();
                    foreach (var observer in Running.Values)
                    {
                        observer.Go();
                    }

                    break;
                default:
                    var job = Job.FromLine(line);
                    Running[job.Number] = new PointObserver(job, Say);
                    _ = Task.Run(() => RunAsync(job));
                    break;
            }
        }

        await Console.Out.FlushAsync();
    }

    private static void Say(int job, string text)
    {
        lock (Saying)
        {
            Console.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{job} {text}"));
            Console.Out.Flush();
        }
    }

    private static async Task RunAsync(Job job)
    {
        var observer = Running[job.Number];
        var migrator = new Migrator(new MigratorOptions
        {
            Target = job.Target,
            Sources = [new FolderSource(job.Folder, "migrations")],
            Formats = [new CsxFormat(new ScriptCompiler(new CompileCache(job.Cache))), new SqlFormat()],
            Naming = MigrationNamings.Find("cairn")!,
            Observer = observer,
        });
        var (code, message) = await EndAsync(() => job.RunAsync(migrator));
        Running.TryRemove(job.Number, out _);
        Say(job.Number, new JobEnd(observer.Count, code, message, job.Stop ? [] : observer.Lines).ToLine());
    }

    private static async Task<(string? Code, string? Message)> EndAsync(Func<Task<Runtime.Execution.Reports.RunReport>> run)
    {
        try
        {
            var report = await run();
            return (report.Error?.Code, report.Error is { } error ? $"{error.Message} {error.DatabaseState}" : null);
        }
        catch (CairnException error)
        {
            return (error.Code, $"{error.Message} {error.DatabaseState}");
        }
        catch (Exception error)
        {
            // Anything else is a defect, which the harness counts.
            var ours = (error.StackTrace ?? "").Split('\n').Where(line => line.Contains("Cairn.", StringComparison.Ordinal)).Take(8);
            return (error.GetType().Name, $"{error.Message}\n{string.Join('\n', ours)}");
        }
    }
}
