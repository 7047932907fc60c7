using Cairn.Runtime.Drills.Reports;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Drills;

/// <summary>Keeps the warnings for the report.</summary>
internal sealed class HeardObserver(IDrillObserver inner) : IDrillObserver
{
    private readonly List<string> warnings = [];

    public IReadOnlyList<string> Warnings => warnings;

    public void Note(string line) => inner.Note(line);

    public void Progress(string what, long done, long? total) => inner.Progress(what, done, total);

    public void Warning(string message)
    {
        if (!warnings.Contains(message, StringComparer.Ordinal))
        {
            warnings.Add(message);
            inner.Warning(message);
        }
    }

    public void Started(MigrationDescriptor migration, string step) => inner.Started(migration, step);

    public void Finished(MigrationDrill drill) => inner.Finished(drill);

    public void Started(string script, string call) => inner.Started(script, call);

    public void Finished(ScriptDrill drill) => inner.Finished(drill);

    public void Statement(string sql) => inner.Statement(sql);

    public void Log(string line) => inner.Log(line);
}
