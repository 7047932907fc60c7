using Cairn.Runtime.Execution.Reports;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands.Runs;

/// <summary>A plan for people: each migration with its SQL.</summary>
internal static class PlanText
{
    public static IEnumerable<string> Lines(RunReport plan, string nothing)
    {
        if (plan.Migrations.Count == 0)
        {
            yield return nothing;
            yield break;
        }

        foreach (var migration in plan.Migrations)
        {
            yield return RunText.Line(migration with { Duration = null });
            foreach (var note in migration.Notes)
            {
                yield return "  note: " + note;
            }

            foreach (var sql in migration.Sql)
            {
                yield return "  " + SqlScript.Statement(sql, plan.Client).ReplaceLineEndings("\n").Replace("\n", "\n  ", StringComparison.Ordinal);
            }
        }

        yield return plan.Error is null ? $"{RunText.Count(plan.Migrations.Count)} planned; nothing was changed." : "The plan ends here; nothing was changed.";
    }
}
