using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Tool.Output;

/// <summary>Prints what happens while it happens.</summary>
/// <param name="printer">Where to.</param>
internal sealed class ConsoleObserver(Printer printer) : IRunObserver, IDisposable
{
    private readonly List<string> _warnings = [];
    private readonly HashSet<string> _told = new(StringComparer.Ordinal);
    private readonly ProgressLine _progress = new(printer);

    /// <summary>Whether a finished migration is told at once. Not so where it may still be rolled back with the whole run.</summary>
    public bool TellsResults { get; set; } = true;

    /// <summary>Every warning so far, in order.</summary>
    public IReadOnlyList<string> Warnings => _warnings;

    public void Started(MigrationOutcome migration)
    {
        _progress.Begin($"{(migration.Direction == Direction.Up ? "applying" : "rolling back")} {migration.Version} {migration.Name}");
    }

    public void Finished(MigrationOutcome migration)
    {
        _progress.End();
        if (TellsResults && migration.State is OutcomeState.Applied or OutcomeState.RolledBack or OutcomeState.Marked)
        {
            Tell(migration);
        }
    }

    public void Statement(string sql)
    {
        if (printer.Verbose)
        {
            Line("  " + sql.ReplaceLineEndings("\n").Trim().Replace("\n", "\n  ", StringComparison.Ordinal));
        }
    }

    public void Log(string line) => Line("  " + line);

    public void Progress(long done, long? total) => _progress.Show(done, total);

    public void Warning(string message)
    {
        if (!_warnings.Contains(message, StringComparer.Ordinal))
        {
            _warnings.Add(message);
            _progress.Clear();
            printer.Warning(message);
            _progress.Redraw();
        }
    }

    public void WaitingForLock(string holder) => Line($"waiting for the migration lock: {holder}");

    /// <summary>The user asked to stop; what runs is being ended.</summary>
    public void Cancelling() => Line("cancelling … (once more ends at once)");

    /// <summary>Prints a migration's result unless it was printed already.</summary>
    public void Tell(MigrationOutcome migration)
    {
        if (_told.Add($"{migration.Direction == Direction.Up} {migration.Version}"))
        {
            printer.Result(RunText.Line(migration));
        }
    }

    public void Dispose() => _progress.End();

    private void Line(string line)
    {
        _progress.Clear();
        printer.Note(line);
        _progress.Redraw();
    }
}
