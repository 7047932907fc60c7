namespace Cairn.Scripting.Templates;

/// <summary>The texts of new seeds. Each compiles as it is.</summary>
public static class SeedTemplates
{
    /// <summary>Their names; the default first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["functions", "sql"];

    /// <summary>The ending of a template's files, with the dot.</summary>
    public static string Ending(string kind) => kind == "sql" ? ".sql" : ".csx";

    /// <summary>The text of a new seed.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="name">Its name in any words.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such template.</exception>
    /// <example><code>var text = SeedTemplates.Render("functions", "countries");</code></example>
    public static string Render(string kind, string name)
    {
        var title = name.ReplaceLineEndings(" ");
        var text = kind switch
        {
            "functions" => $$"""
                // {{title}}
                // Runs whenever it is asked for: write it so that a second run does no harm.

                async Task Run(Db db)
                {
                    // await db.Query("countries").DeleteAsync();
                    // await db.BulkInsert("countries", new[] { new { code = "DE", name = "Germany" } });
                }

                """,
            "sql" => $"""
                -- {title}
                -- Runs whenever it is asked for: write it so that a second run does no harm.

                -- delete from countries;
                -- insert into countries (code, name) values ('DE', 'Germany');

                """,
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"the templates are {string.Join(", ", Kinds)}"),
        };
        return text.ReplaceLineEndings("\n");
    }
}
