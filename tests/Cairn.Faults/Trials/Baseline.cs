using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Databases;
using Cairn.Faults.Histories;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>What uninterrupted runs of a history make: the database after each command, and how many points each run has.</summary>
/// <param name="Before">For each command, a database to be copied in which the ones before it have run; null where none can be copied.</param>
internal sealed record Baseline(
    History History, string Folder, IReadOnlyList<IReadOnlyList<string>> States, IReadOnlyList<int> Points, IReadOnlyList<string> Lines, IReadOnlyList<TestDatabase?> Before)
    : IAsyncDisposable
{
    /// <summary>The statement, or the end of a migration, at a point.</summary>
    public string Line(int phase, int point)
    {
        var head = $"{History.Phases[phase]} {point}: ";
        return Lines.FirstOrDefault(line => line.StartsWith(head, StringComparison.Ordinal)) ?? "?";
    }

    /// <summary>Whether something is sent at a point.</summary>
    public bool IsStatement(int phase, int point) => !Line(phase, point).StartsWith($"{History.Phases[phase]} {point}: -- ", StringComparison.Ordinal);

    public static async Task<Baseline> MakeAsync(TestServer server, WorkerPool workers, History history, string folder, string cache)
    {
        HistoryFolder.Write(history, folder);
        await using var database = await server.CreateDatabaseAsync();
        var states = new List<IReadOnlyList<string>>();
        var points = new List<int>();
        var lines = new List<string>();
        var before = new List<TestDatabase?>();
        foreach (var phase in history.Phases)
        {
            before.Add(before.Count == 0 ? null : await Copies.OfAsync(server, database));
            var worker = workers.Take();
            var end = await worker.RunAsync(new Job(
                ConnectionTexts.ClientOf(server.Engine), ConnectionTexts.Of(database, port: null), folder, cache, phase.Command, phase.To));
            workers.GiveBack(worker);
            if (end.Code is not null)
            {
                throw new InvalidOperationException($"{history.Name} on {server.Engine} fails without a fault ({phase}): {end.Code} {end.Message}");
            }

            states.Add(await Digest.OfAsync(database));
            points.Add(end.Points);
            lines.AddRange(end.Lines.Select((line, index) => $"{phase} {index + 1}: {line.ReplaceLineEndings(" ")}"));
        }

        return new Baseline(history, folder, states, points, lines, before);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var database in Before.OfType<TestDatabase>())
        {
            await database.DisposeAsync();
        }
    }
}
