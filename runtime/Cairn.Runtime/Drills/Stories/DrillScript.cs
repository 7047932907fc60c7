using System.Diagnostics;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>A story that is run on a copy of its own: a script's <c>Run</c>, or a function of a host.</summary>
/// <param name="Path">Its file as the user would write it; for what has no file, a name.</param>
/// <param name="Run">What to do.</param>
/// <example><code>new DrillScript("checkout", async (drill, token) => { await drill.Latest(); await drill.ExpectRows("orders", 0); })</code></example>
public sealed record DrillScript(string Path, DrillBody Run)
{
    /// <summary>Finds the line that an exception came from; null where nobody can.</summary>
    public Func<Exception, ScriptPosition?> Locate { get; init; } = _ => null;

    /// <summary>Finds the line of a call; null where nobody can.</summary>
    public Func<StackTrace, ScriptPosition?> LocateCall { get; init; } = _ => null;
}

/// <summary>What a story does.</summary>
/// <param name="drill">The copy.</param>
/// <param name="cancellationToken">Stops it.</param>
public delegate Task DrillBody(Drill drill, CancellationToken cancellationToken);
