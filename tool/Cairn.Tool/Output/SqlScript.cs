using Cairn.Runtime.Execution.Reports;

namespace Cairn.Tool.Output;

/// <summary>A plan as a script for the database's own client.</summary>
internal static class SqlScript
{
    private const string Delimiter = "$$";

    public static IEnumerable<string> Lines(RunReport plan)
    {
        foreach (var migration in plan.Migrations)
        {
            yield return $"-- {migration.Version} {migration.Name} ({(migration.Direction == Direction.Up ? "up" : "down")})";
            foreach (var note in migration.Notes)
            {
                yield return "-- note: " + note.ReplaceLineEndings(" ");
            }

            foreach (var sql in migration.Sql)
            {
                yield return Statement(sql, plan.Client);
            }

            yield return "";
        }
    }

    /// <summary>One statement with its end; the clients of MySQL and MariaDB cut at every semicolon unless told otherwise.</summary>
    public static string Statement(string sql, Client client)
    {
        var text = sql.Trim().TrimEnd(';').TrimEnd();
        if (client is Client.MySql or Client.MariaDb && text.Contains(';', StringComparison.Ordinal))
        {
            return $"DELIMITER {Delimiter}\n{text}\n{Delimiter}\nDELIMITER ;";
        }

        // SQLite's trigger bodies end in "end"; a line comment at the end would swallow the semicolon.
        var last = text[(text.LastIndexOf('\n') + 1)..];
        return text + (last.Contains("--", StringComparison.Ordinal) || last.Contains('#', StringComparison.Ordinal) ? "\n;" : ";");
    }
}
