using System.Diagnostics;
using Cairn.Runtime.Drills.Stories;

namespace Cairn;

/// <summary>What a drill script works with: a scratch copy of the database, and what can be done to it.</summary>
/// <remarks>
/// Every call is told in the report with its line. What fails once fails the script, also where it catches the exception;
/// what is meant to fail goes into <see cref="ExpectError"/>.
/// </remarks>
/// <example><code>
/// async Task Run(Drill drill)
/// {
///     await drill.UpTo("20260205A");
///     var before = await drill.Fingerprint();
///     await drill.Latest();
///     await drill.Down(steps: 2);
///     await drill.ExpectSchema(before);
/// }
/// </code></example>
public sealed partial class Drill
{
    private readonly Story story;

    internal Drill(Story story) => this.story = story;

    /// <summary>The copy, on a connection of its own and outside any transaction: what is awaited is sent at once, and committed.</summary>
    public Db Db => story.Stage.Db;

    /// <summary>Brings the copy to a version: applies what is pending up to it, and rolls back what is applied after it.</summary>
    /// <param name="version">The version; applied when this ends.</param>
    /// <exception cref="CairnException">There is no such version, or a migration failed.</exception>
    public Task UpTo(string version) => story.DoAsync(Callers(), $"up to {version}", token => story.Migrations.UpToAsync(version, token));

    /// <summary>Applies everything pending, as <c>migrate:latest</c> does.</summary>
    /// <exception cref="CairnException">A migration failed.</exception>
    public Task Latest() => story.DoAsync(Callers(), "latest", story.Migrations.LatestAsync);

    /// <summary>Rolls back the last applied migrations, the newest first.</summary>
    /// <param name="steps">How many, from 1.</param>
    /// <exception cref="CairnException">Nothing is applied, or a migration failed.</exception>
    public Task Down(int steps = 1) => story.DoAsync(Callers(), $"down {steps}", token => story.Migrations.DownAsync(new(Steps: steps), $"down {steps}", token));

    /// <summary>Rolls back one migration.</summary>
    /// <param name="version">Which.</param>
    /// <exception cref="CairnException">It is not applied, or it failed.</exception>
    public Task Down(string version) => story.DoAsync(Callers(), $"down {version}", token => story.Migrations.DownAsync(new(version), "down", token));

    /// <summary>
    /// Runs <c>migrate:latest</c> up to a version in a process of its own, which is killed in the middle of that migration: no
    /// rollback, no cleaning up. What it leaves is what a run leaves whose machine is switched off.
    /// </summary>
    /// <param name="during">The version; it must be pending.</param>
    /// <param name="afterStatements">How many of its statements are sent before it dies; about half of them where not given. Those that only read are not counted.</param>
    /// <exception cref="CairnException">It is not pending, or the run ended before it could be killed (CAIRN5007).</exception>
    public Task Crash(string during, int? afterStatements = null)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(afterStatements ?? 0);
        return story.DoAsync(Callers(), $"crash during {during}", token => story.Crash.RunAsync(during, afterStatements, token));
    }

    /// <summary>A line in the report and on the output.</summary>
    /// <param name="text">The line.</param>
    public void Log(string text) => story.Log(Callers(), text);

    private static StackTrace Callers() => new(skipFrames: 1, fNeedFileInfo: false);
}
