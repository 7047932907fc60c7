using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Histories;

/// <summary>The same migration as EF Core's tool writes it, without the copy of the model that it adds to each: that favours it.</summary>
internal static class EfMigration
{
    public static string Of(string engine, int number)
    {
        var table = History.Table(number);
        var key = engine == EngineNames.Sqlite
            ? ".Annotation(\"Sqlite:Autoincrement\", true)"
            : ".Annotation(\"Npgsql:ValueGenerationStrategy\", Npgsql.EntityFrameworkCore.PostgreSQL.Metadata.NpgsqlValueGenerationStrategy.SerialColumn)";
        var (number32, name, email, real, text) = engine == EngineNames.Sqlite
            ? ("INTEGER", "TEXT", "TEXT", "TEXT", "TEXT")
            : ("integer", "character varying(100)", "character varying(200)", "numeric(10,2)", "text");
        var foreign = number == 1
            ? ""
            : $"table.ForeignKey(\"fk_{table}\", x => x.previous_id, \"{History.Table(number - 1)}\", \"id\");";
        var inserts = string.Join('\n', History.Rows.Select(row =>
            $"b.InsertData(\"{table}\", [\"name\", \"email\", \"total\", \"quantity\"], [\"{name}\", \"{email}\", \"{real}\", \"{number32}\"], [\"{row.Name}\", \"{row.Name}@example.com\", {row.Total}m, 2]);"));
        return $$"""
            [Microsoft.EntityFrameworkCore.Infrastructure.DbContext(typeof(Context))]
            [Migration("{{History.TimeName(number)}}")]
            public sealed class Migration{{number}} : Migration
            {
                protected override void Up(MigrationBuilder b)
                {
                    b.CreateTable(
                        name: "{{table}}",
                        columns: table => new
                        {
                            id = table.Column<int>("{{number32}}", nullable: false){{key}},
                            previous_id = table.Column<int>("{{number32}}", nullable: true),
                            name = table.Column<string>("{{name}}", nullable: false),
                            email = table.Column<string>("{{email}}", nullable: true),
                            total = table.Column<decimal>("{{real}}", nullable: false, defaultValue: 0m),
                            quantity = table.Column<int>("{{number32}}", nullable: false, defaultValue: 1),
                            active = table.Column<bool>("{{(engine == EngineNames.Sqlite ? "INTEGER" : "boolean")}}", nullable: false, defaultValue: true),
                            note = table.Column<string>("{{text}}", nullable: true),
                        },
                        constraints: table =>
                        {
                            table.PrimaryKey("pk_{{table}}", x => x.id);
                            {{foreign}}
                        });
                    b.CreateIndex("ix_{{table}}_name", "{{table}}", "name");
                    {{inserts}}
                }

                protected override void Down(MigrationBuilder b) => b.DropTable("{{table}}");
            }

            """;
    }
}
