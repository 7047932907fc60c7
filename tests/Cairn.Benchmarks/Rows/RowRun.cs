using System.Data.Common;
using Cairn.Benchmarks.Entrants;
using Cairn.Benchmarks.Measurements;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Rows;

/// <summary>Runs one row: its entrants in turn, several times, so that a machine that slows down does so for all.</summary>
internal sealed class RowRun(Row row, TestServer server, string root, int runs)
{
    private const string Failed = "it failed";

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

            var stage = new Stage(server, Directory.CreateDirectory(Path.Combine(root, $"{row.Key}-{places.Count + results.Count}")).FullName, row.Applied, row.Total);
            if (await TriedAsync(entrant, () => PrepareAsync(entrant, stage)))
            {
                places.Add(new Place(entrant, stage, []));
            }
            else
            {
                results.Add(new Result(row, entrant.Name, null, Failed));
            }
        }

        for (var run = 0; run < runs; run++)
        {
            foreach (var place in places.ToArray())
            {
                if (!await TriedAsync(place.Entrant, () => MeasureAsync(place)))
                {
                    places.Remove(place);
                    results.Add(new Result(row, place.Entrant.Name, null, Failed));
                }
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

        var order = entrants.Select(entrant => entrant.Name).ToList();
        return [.. results.OrderBy(result => order.IndexOf(result.Entrant))];
    }

    /// <summary>One that fails does not take the others' figures away.</summary>
    private static async Task<bool> TriedAsync(Entrant entrant, Func<Task> work)
    {
        try
        {
            await work();
            return true;
        }
        catch (Exception error) when (error is InvalidOperationException or DbException)
        {
            Console.WriteLine($"{entrant.Name}: {error.Message}");
            return false;
        }
    }

    private async Task MeasureAsync(Place place)
    {
        await ResetAsync(place.Entrant, place.Stage);
        place.Samples.Add(MeasuredProcess.Run(place.Entrant.Call(place.Stage), row.Kind == RowKind.Memory));
        await CheckAsync(place.Entrant, place.Stage);
    }

    /// <summary>Once, and not counted: disk caches are full then, and the tool's compile cache.</summary>
    private async Task PrepareAsync(Entrant entrant, Stage stage)
    {
        await entrant.PrepareAsync(stage);
        if (row.Pending <= 1 || entrant.Name.EndsWith("warm", StringComparison.Ordinal))
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
