using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;

namespace Cairn.Faults.Workers;

/// <summary>The child process: runs one job after the other, from its input; embeds the runtime as any application does.</summary>
internal static class Worker
{
    public const string Argument = "worker";
    private static PointObserver? current;

    public static async Task RunAsync()
    {
        Hang.TellOnSignal(() => current?.Lines.TakeLast(3) ?? []);
        while (await Console.In.ReadLineAsync() is { Length: > 0 } line)
        {
            var end = await RunAsync(Job.FromLine(line));
            await Console.Out.WriteLineAsync(end.ToLine());
            await Console.Out.FlushAsync();
        }
    }

    private static async Task<JobEnd> RunAsync(Job job)
    {
        var observer = new PointObserver(job);
        current = observer;
        var migrator = new Migrator(new MigratorOptions
        {
            Target = job.Target,
            Sources = [new FolderSource(job.Folder, "migrations")],
            Formats = [new CsxFormat(new ScriptCompiler(new CompileCache(job.Cache))), new SqlFormat()],
            Naming = MigrationNamings.Find("cairn")!,
            Observer = observer,
        });
        var (code, message) = await EndAsync(() => job.RunAsync(migrator));
        observer.Await();
        return new JobEnd(observer.Lines.Count, code, message, job.Reaction == Reaction.None ? observer.Lines : []);
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
            return (error.Code, error.Message);
        }
        catch (Exception error)
        {
            // Anything else is a defect, which the harness counts.
            var ours = (error.StackTrace ?? "").Split('\n').Where(line => line.Contains("Cairn.", StringComparison.Ordinal)).Take(8);
            return (error.GetType().Name, $"{error.Message}\n{string.Join('\n', ours)}");
        }
    }
}
