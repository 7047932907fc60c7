using Cairn.Runtime.Seeds;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Seeds;

/// <summary>From what the runtime reports of seeds to what the command reports.</summary>
internal static class SeedResult
{
    /// <param name="context">The command's.</param>
    /// <param name="report">What the run did.</param>
    /// <param name="sqlOnly">In a dry run: print only the SQL.</param>
    public static CommandReport Of(CommandContext context, SeedReport report, bool sqlOnly) => new(context.Command)
    {
        Client = report.Client,
        Database = report.Database,
        Seeds = [.. report.Seeds.Select(SeedLine.Of)],
        Error = report.Error,
        Answer = report.DryRun ? [.. sqlOnly ? Script(report) : Plan(report)] : [],
    };

    /// <summary><c>seeded countries (12 ms)</c>.</summary>
    public static string Line(SeedOutcome seed) => seed.State switch
    {
        SeedState.Done => $"seeded {seed.Name}{RunText.Took(seed.Duration)}",
        SeedState.Planned => $"would seed {seed.Name}",
        SeedState.Skipped => $"skipped {seed.Name}: it is for other databases",
        _ => $"failed {seed.Name}",
    };

    private static IEnumerable<string> Plan(SeedReport report)
    {
        foreach (var seed in report.Seeds)
        {
            yield return Line(seed);
            foreach (var note in seed.Notes)
            {
                yield return "  note: " + note;
            }

            foreach (var sql in seed.Sql)
            {
                yield return "  " + SqlScript.Statement(sql, report.Client).ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal);
            }
        }

        yield return report.Error is null ? "Nothing was changed." : "The plan ends here; nothing was changed.";
    }

    private static IEnumerable<string> Script(SeedReport report)
    {
        foreach (var seed in report.Seeds)
        {
            yield return $"-- {seed.Name}";
            foreach (var line in seed.Notes.Select(note => "-- note: " + note.ReplaceLineEndings(" ")).Concat(seed.Sql.Select(sql => SqlScript.Statement(sql, report.Client))))
            {
                yield return line;
            }

            yield return "";
        }
    }
}
