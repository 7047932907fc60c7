using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Linting.Recordings;

/// <summary>Finds the statements of a .sql file by their text: each stands there as it is sent, one after the other.</summary>
/// <param name="migration">The migration.</param>
internal sealed class StatementPlaces(LoadedMigration migration)
{
    private readonly string text = migration.Source.Text.ReplaceLineEndings("\n");
    private int from;

    /// <summary>The next place that has it; null where there is none.</summary>
    public ScriptPosition? Find(string sql)
    {
        var sought = sql.ReplaceLineEndings("\n").Trim();
        var at = text.IndexOf(sought, from, StringComparison.Ordinal);
        at = at < 0 ? text.IndexOf(sought, StringComparison.Ordinal) : at;
        if (at < 0)
        {
            return null;
        }

        from = at + sought.Length;
        return new ScriptPosition(migration.Descriptor.Path, 1 + text.AsSpan(0, at).Count('\n') + LeadingComments(sought));
    }

    /// <summary>How many lines come before the statement's first word.</summary>
    private static int LeadingComments(string sql) =>
        sql.Split('\n').TakeWhile(line => line.AsSpan().Trim() is { IsEmpty: true } || line.AsSpan().TrimStart().StartsWith("--")).Count();
}
