using Cairn.Benchmarks.Entrants;
using Cairn.Benchmarks.Measurements;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Rows;

/// <summary>Runs one row: its entrants in turn, several times, so that a machine that slows down does so for all.</summary>
internal sealed class RowRun(Row row, TestServer server, string place, int runs)
{
    private sealed record Place(Entrant Entrant, Stage Stage, List<Sample> Samples);

    public async Task<IReadOnlyList<Result>> RunAsync(IReadOnlyList<Entrant> entrants)
    {
        var results = new List<Result>();
        var places = new List<Place>();
        foreach (var entrant in entrants)
        {
            if (entrant.WhyNot(row.Engine, row.Applied, row.Total) is { } reason)
            {
                results.Add(new Result(row, entrant.Name, null, reason));
                continue;
            }

            var stage = new Stage(server, Directory.CreateDirectory(Path.Combine(place, $"{row.Key}-{places.Count + results.Count}")).FullName, row.Applied, row.Total);
            try
            {
                await PrepareAsync(entrant, stage);
                places.Add(new Place(entrant, stage, []));
            }
            catch (Exception error) when (error is InvalidOperationException or System.Data.Common.DbException)
            {
                // One that fails does not take the others' figures away.
                Console.WriteLine($"{entrant.Name}: {error.Message}");
                results.Add(new Result(row, entrant.Name, null, "it failed"));
            }
        }

        for (var run = 0; run < runs; run++)
        {
            foreach (var (entrant, stage, samples) in places)
            {
                await ResetAsync(entrant, stage);
                samples.Add(MeasuredProcess.Run(entrant.Call(stage), row.Kind == RowKind.Memory));
                await CheckAsync(entrant, stage);
            }
        }

        foreach (var (entrant, stage, samples) in places)
        {
            results.Add(new Result(row, entrant.Name, Medians.Of(samples), null));
            if (stage.Database is not null)
            {
                await stage.Database.DropAsync();
            }

            Directory.Delete(stage.Folder, recursive: true);
        }

        return results;
    }

    /// <summary>Once, and not counted: disk caches are full then, and the tool's compile cache.</summary>
    private async Task PrepareAsync(Entrant entrant, Stage stage)
    {
        await entrant.PrepareAsync(stage);
        if (row.Kind != RowKind.Many || entrant.Name.EndsWith("warm", StringComparison.Ordinal))
        {
            entrant.Ready(stage);
            MeasuredProcess.Run(entrant.Call(stage));
        }
    }

    private async Task ResetAsync(Entrant entrant, Stage stage)
    {
        if (entrant is HelloEntrant)
        {
            return;
        }

        if (row.Pending == 1)
        {
            await entrant.UndoLastAsync(stage);
        }
        else if (row.Pending > 1)
        {
            await stage.RenewAsync();
        }

        entrant.Ready(stage);
    }

    private static Task CheckAsync(Entrant entrant, Stage stage) =>
        entrant is HelloEntrant ? Task.CompletedTask : stage.CheckAsync(entrant.Name, entrant.Table);
}
