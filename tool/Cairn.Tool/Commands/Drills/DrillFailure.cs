using Cairn.Runtime.Drills.Reports;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Drills;

/// <summary>The one error of a drill that found something; what it found is in the lines above it.</summary>
internal static class DrillFailure
{
    private const string Untouched = "The database itself was not touched.";

    public static CairnException Of(DrillReport report)
    {
        var bad = report.Migrations.Where(drill => drill.Outcome is DrillOutcome.Failed or DrillOutcome.NotRun).ToList();
        var scripts = report.Scripts.Where(drill => drill.Outcome != DrillOutcome.Passed).ToList();
        return (bad, scripts) switch
        {
            ([], [{ Error: { } why } script]) => OfScript(script, why),
            (_, []) => OfMigrations(bad, report.Migrations.Count),
            _ => new CairnException(ErrorCodes.DrillFailed, $"{Counted(report, bad.Count, scripts.Count)} did not pass the drill: {string.Join(", ", [.. bad.Select(drill => drill.Version), .. scripts.Select(drill => drill.Path)])}.")
            {
                Fix = "Mend what each of them says.",
                DatabaseState = Untouched,
            },
        };
    }

    private static CairnException OfMigrations(List<MigrationDrill> bad, int all)
    {
        var slow = bad.Find(drill => drill.Error?.Code == ErrorCodes.DrillTimeout)?.Error;
        return new CairnException(
            slow?.Code ?? ErrorCodes.DrillFailed,
            slow?.Message ?? $"{bad.Count} of {RunText.Count(all)} did not pass the drill: {string.Join(", ", bad.Select(drill => drill.Version))}.")
        {
            File = bad.Count == 1 ? bad[0].Path : null,
            Fix = slow?.Fix ?? "Let Down undo what Up does; [Lossy(\"table.column\", \"why\")] and [Irreversible(\"why\")] declare what cannot be undone.",
            DatabaseState = Untouched,
        };
    }

    /// <summary>An expectation is told as it is; any other error only says why the drill failed.</summary>
    private static CairnException OfScript(ScriptDrill script, CairnException why)
    {
        var isFinding = why.Code is ErrorCodes.ExpectationFailed or ErrorCodes.DrillTimeout;
        return new CairnException(isFinding ? why.Code : ErrorCodes.DrillFailed, isFinding ? why.Message : $"{script.Path} did not pass the drill: {why.Code}: {why.Message}")
        {
            File = why.File ?? script.Path,
            Line = why.Line,
            Fix = why.Fix ?? "Mend the script, or what it found.",
            DatabaseState = Untouched,
        };
    }

    private static string Counted(DrillReport report, int migrations, int scripts)
    {
        var ofScripts = $"{scripts} of {(report.Scripts.Count == 1 ? "1 script" : $"{report.Scripts.Count} scripts")}";
        return migrations == 0 ? ofScripts : $"{migrations} of {RunText.Count(report.Migrations.Count)} and {ofScripts}";
    }
}
