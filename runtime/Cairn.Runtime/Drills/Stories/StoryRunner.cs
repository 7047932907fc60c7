using System.Diagnostics;
using Cairn.Runtime.Drills.Crashes;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Drills.Scratch;
using Cairn.Runtime.Execution;
using Cairn.Runtime.History;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>Runs stories, each on a copy of its own.</summary>
/// <param name="options">As for the real database.</param>
/// <param name="request">What was asked for.</param>
/// <param name="scratch">Makes a copy.</param>
/// <param name="observer">Is told.</param>
internal sealed class StoryRunner(MigratorOptions options, DrillRequest request, ScratchRequest scratch, IDrillObserver observer)
{
    private readonly List<ScriptDrill> drills = [];

    /// <summary>What was found so far.</summary>
    public IReadOnlyList<ScriptDrill> Drills => drills;

    /// <summary>The first copy that was made; null before that.</summary>
    public ScratchCopy? Copy { get; private set; }

    /// <exception cref="CairnException">A copy could not be made or dropped.</exception>
    public async Task RunAsync(CancellationToken cancellationToken)
    {
        foreach (var script in request.Scripts)
        {
            observer.Started(script.Path, "copying");
            var clock = Stopwatch.StartNew();
            await using var stage = await StoryStage.SetAsync(options, scratch, cancellationToken);
            Copy ??= stage.Copy;
            using var story = new Story(
                script, stage, new StoryMigrations(stage.Options, request.Timeout), new StoryCrash(stage, request.Crash, TrackingTables.From(options.Table).Tracking), observer, cancellationToken);
            var error = await PlayAsync(script, story, cancellationToken);
            var drill = new ScriptDrill(script.Path, error is null ? DrillOutcome.Passed : DrillOutcome.Failed, clock.Elapsed) { Events = story.Events, Error = error };
            drills.Add(drill);
            observer.Finished(drill);
        }
    }

    private static async Task<CairnException?> PlayAsync(DrillScript script, Story story, CancellationToken cancellationToken)
    {
        try
        {
            // A script may work without ever waiting, or never end: it must not keep this thread.
            await Task.Run(() => script.Run(new Drill(story), cancellationToken), CancellationToken.None).WaitAsync(cancellationToken);
            await story.CompleteAsync();
            return story.Failure;
        }
        catch (Exception exception) when (!cancellationToken.IsCancellationRequested)
        {
            return story.Failure ?? story.Described(exception, at: null);
        }
    }
}
