namespace Cairn.Tool.Commands.Makings;

/// <summary>The text of a new migration. The one place that asks for the scripting library's templates.</summary>
internal static class MigrationText
{
    /// <summary>The templates' names; the default first.</summary>
    public static IReadOnlyList<string> Templates { get; } = ["functions", "class", "change", "sql"];

    /// <summary>The ending of a template's files.</summary>
    public static string Ending(string template) => template == "sql" ? ".sql" : ".csx";

    // joined by the lead: Cairn.Scripting.Templates.MigrationTemplates
    public static string Of(string template, string name) => template switch
    {
        "sql" => $"-- {name}\n-- up\n\n-- down\n",
        "class" => "class " + string.Concat(name.Where(char.IsAsciiLetterOrDigit)) + " : Migration\n{\n    public override void Up() => AddSql(\"\");\n\n    public override void Down() => AddSql(\"\");\n}\n",
        "change" => "void Change(Db db)\n{\n}\n",
        _ => "async Task Up(Db db)\n{\n}\n\nasync Task Down(Db db)\n{\n}\n",
    };

    /// <summary>The first migration that <c>init</c> writes: it can be run as it is.</summary>
    public static string Example => """
        // The first migration: change it, or delete it and make your own with: dotnet cairn migrate:make <name>

        async Task Up(Db db)
        {
            await db.Schema.CreateTable("notes", table =>
            {
                table.Increments("id");
                table.String("title").NotNull();
                table.Text("body");
                table.Timestamp("created_at").DefaultToNow();
            });
        }

        async Task Down(Db db) => await db.Schema.DropTable("notes");

        """.ReplaceLineEndings("\n");
}
