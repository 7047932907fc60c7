using System.Globalization;
using System.Text;

namespace Cairn.Scripting.Templates;

/// <summary>The texts of new migrations. Each compiles as it is.</summary>
public static class MigrationTemplates
{
    // Names that the base class has already, for itself or its members.
    private static readonly string[] Taken = ["Migration", "Up", "Down", "UpAsync", "DownAsync", "Db", "Schema", "AddSql", "Task", "CancellationToken"];

    /// <summary>Their names; the default first.</summary>
    public static IReadOnlyList<string> Kinds { get; } = ["functions", "class", "change", "sql"];

    /// <summary>The first migration that <c>init</c> writes: it can be run as it is.</summary>
    public static string Example { get; } = """
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

    /// <summary>The ending of a template's files, with the dot.</summary>
    public static string Ending(string kind) => kind == "sql" ? ".sql" : ".csx";

    /// <summary>The text of a new migration.</summary>
    /// <param name="kind">One of <see cref="Kinds"/>.</param>
    /// <param name="name">Its name in any words: <c>add-orders-tenant-id</c>, <c>Add Orders Tenant Id</c>.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such template.</exception>
    /// <example><code>var text = MigrationTemplates.Render("class", "add-notes"); // class AddNotes : Migration …</code></example>
    public static string Render(string kind, string name)
    {
        var title = name.ReplaceLineEndings(" ");
        var text = kind switch
        {
            "functions" => Functions(title),
            "class" => Class(title, ClassName(name)),
            "change" => Change(title),
            "sql" => Sql(title),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, $"the templates are {string.Join(", ", Kinds)}"),
        };
        return text.ReplaceLineEndings("\n");
    }

    /// <summary>A name for a class, from any words.</summary>
    public static string ClassName(string name)
    {
        var result = new StringBuilder();
        var startsWord = true;
        foreach (var letter in name.Normalize())
        {
            if (char.IsLetterOrDigit(letter))
            {
                result.Append(startsWord ? char.ToUpper(letter, CultureInfo.InvariantCulture) : letter);
            }

            startsWord = !char.IsLetterOrDigit(letter);
        }

        var found = result.ToString();
        return found.Length == 0 ? "NewMigration" : char.IsDigit(found[0]) ? "Migration" + found : Taken.Contains(found) ? found + "Migration" : found;
    }

    private static string Functions(string title) => $$"""
        // {{title}}

        async Task Up(Db db)
        {
            // await db.Schema.AlterTable("orders", table => table.String("note"));
        }

        async Task Down(Db db)
        {
            // await db.Schema.AlterTable("orders", table => table.DropColumn("note"));
        }

        """;

    private static string Class(string title, string name) => $$"""
        // {{title}}

        class {{name}} : Migration
        {
            public override void Up()
            {
                // AddSql("alter table orders add column note text");
            }

            public override void Down()
            {
                // AddSql("alter table orders drop column note");
            }
        }

        """;

    private static string Change(string title) => $$"""
        // {{title}}
        // Both directions in one: going down undoes these operations in reverse.

        void Change(Db db)
        {
            // db.Schema.AlterTable("orders", table => table.String("note"));
        }

        """;

    private static string Sql(string title) => $"""
        -- Migration: {title}

        -- up

        -- down

        """;
}
