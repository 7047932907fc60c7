using Cairn.Runtime.Drills;
using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Tool.Output.Drills;

/// <summary>Prints a drill while it runs: one line for each migration, and what is wrong with it.</summary>
/// <param name="printer">Where to.</param>
/// <param name="observer">Prints what runs print.</param>
internal sealed class DrillConsole(Printer printer, ConsoleObserver observer) : IDrillObserver, IDisposable
{
    private readonly ProgressLine _progress = new(printer);

    public void Note(string line)
    {
        _progress.Clear();
        printer.Note(line);
        _progress.Redraw();
    }

    public void Progress(string what, long done, long? total) => _progress.Show(done, total);

    public void Warning(string message)
    {
        _progress.Clear();
        observer.Warning(message);
        _progress.Redraw();
    }

    public void Started(MigrationDescriptor migration, string step) => _progress.Begin($"{migration.Version} {migration.Name}: {step}");

    public void Finished(MigrationDrill drill)
    {
        _progress.End();
        foreach (var line in DrillText.Lines(drill))
        {
            printer.Result(line);
        }
    }

    public void Statement(string sql)
    {
        _progress.Clear();
        observer.Statement(sql);
        _progress.Redraw();
    }

    public void Log(string line) => Note("  " + line);

    public void Dispose() => _progress.End();
}
