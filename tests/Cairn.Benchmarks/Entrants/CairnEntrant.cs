using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Measurements;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>The tool, as it is packed.</summary>
/// <param name="name">As the table calls it.</param>
/// <param name="program">The tool's own program.</param>
/// <param name="cold">Whether the compile cache is emptied before each run.</param>
/// <param name="throughDotnet">Whether it is started by <c>dotnet cairn</c>.</param>
/// <param name="keeps">Whether it finds what an earlier start kept.</param>
internal class CairnEntrant(string name, string program, bool cold = false, bool throughDotnet = false, bool keeps = true) : Entrant(name)
{
    public override string Table => "cairn_migrations";

    public override async Task PrepareAsync(Stage stage)
    {
        await stage.RenewAsync();
        if (EngineNames.NeedsDriver(stage.Engine) && !Directory.Exists(stage.Path("extensions/drivers")))
        {
            MySqlFactory.CopyTo(stage.Path("extensions/drivers"));
        }

        WriteMigrations(stage, 1, stage.Applied);
        if (stage.Applied > 0)
        {
            MeasuredProcess.Run(Call(stage, "migrate:mark", "--all", "--yes"));
            await stage.CreateLastTableAsync();
        }

        WriteMigrations(stage, stage.Applied + 1, stage.Total);
    }

    public override async Task UndoLastAsync(Stage stage)
    {
        await stage.Database.ExecuteAsync($"drop table {History.Table(stage.Total)}");
        MeasuredProcess.Run(Call(stage, "migrate:mark", History.CairnVersion(stage.Total), "--unapply", "--yes"));
    }

    public override void Ready(Stage stage)
    {
        if (cold && Directory.Exists(stage.Path("cache")))
        {
            Directory.Delete(stage.Path("cache"), recursive: true);
        }
    }

    public override ProcessCall Call(Stage stage) => Call(stage, "migrate:latest");

    private static void WriteMigrations(Stage stage, int from, int to)
    {
        Directory.CreateDirectory(stage.Path("extensions/migrations"));
        for (var number = from; number <= to; number++)
        {
            stage.Write($"extensions/migrations/{History.CairnName(number)}.csx", CairnScript.Of(number));
        }
    }

    protected ProcessCall Call(Stage stage, params string[] arguments)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["CAIRN_CONNECTION"] = stage.Database.Url,
            ["CAIRN_CACHE"] = keeps ? stage.Path("cache") : "off",
        };
        if (!throughDotnet)
        {
            return new ProcessCall(program, arguments, stage.Folder, environment);
        }

        environment["PATH"] = Path.GetDirectoryName(program) + Path.PathSeparator + Environment.GetEnvironmentVariable("PATH");
        return new ProcessCall(Dotnet.Path, ["cairn", .. arguments], stage.Folder, environment);
    }
}
