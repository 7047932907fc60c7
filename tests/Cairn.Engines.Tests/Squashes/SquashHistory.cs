using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Squashes;

/// <summary>A history with something of everything: tables, keys, rows, what was renamed and dropped again, views, triggers, and what the database has of its own.</summary>
internal static class SquashHistory
{
    public const string Last = "20260105A";

    public const string New = "20260105A-squashed.csx";

    public static readonly IReadOnlyList<string> Replaced = ["20260101A", "20260102A", "20260103A", "20260104A", "20260105A"];

    private const string Tables =
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("roles", table =>
            {
                table.Increments("id");
                table.String("name", 50).NotNull().Unique();
            });
            await db.Schema.CreateTable("people", table =>
            {
                table.Increments("id");
                table.Integer("role_id").NotNull().References("roles", "id");
                table.Integer("boss_id").References("people", "id");
                table.String("mail", 100).NotNull().Index();
                table.Enum("state", "new", "old").Default("new");
                table.Decimal("score", 10, 3);
                table.Text("gone");
                table.Timestamp("seen_at");
                table.Double("ratio");
                table.Check("people_score_check", "score >= 0");
            });
            await db.Query("roles").InsertAsync(new { name = "it's \"quoted\" @p :x ? \\ {0}" });
            await db.Query("roles").InsertAsync(new { name = "grün\nand\ttwo lines" });
            await db.Query("people").InsertAsync(new { role_id = 2, mail = "b", score = 1.25m, seen_at = new DateTime(2026, 1, 2, 3, 4, 5, DateTimeKind.Utc), ratio = 0.1 });
            await db.Query("people").InsertAsync(new { role_id = 1, boss_id = 1, mail = "a", state = "old" });
        }

        async Task Down(Db db)
        {
            await db.Schema.DropTable("people");
            await db.Schema.DropTable("roles");
        }
        """;

    private const string Changes =
        """
        async Task Up(Db db)
        {
            await db.Schema.AlterTable("people", table =>
            {
                table.RenameColumn("mail", "email");
                table.DropColumn("gone");
                table.String("nick", 20).Default("none");
            });
            await db.Schema.CreateTable("later_dropped", table => table.Increments("id"));
            await db.Query("roles").InsertAsync(new { name = "third" });
            await db.Query("roles").Where("name", "third").DeleteAsync();
        }

        async Task Down(Db db)
        {
            await db.Schema.DropTable("later_dropped");
            await db.Schema.AlterTable("people", table =>
            {
                table.DropColumn("nick");
                table.Text("gone");
                table.RenameColumn("email", "mail");
            });
        }
        """;

    private const string Dropped =
        """
        async Task Up(Db db) => await db.Schema.DropTable("later_dropped");
        async Task Down(Db db) => await db.Schema.CreateTable("later_dropped", table => table.Increments("id"));
        """;

    /// <summary>Files of all forms; the last of those to replace makes a rich shop where that is asked for.</summary>
    public static async Task<Project> WriteAsync(Project project, bool rich = false)
    {
        var engine = project.Database.Engine;
        project.Write("20260101A-tables.csx", Tables)
            .Write("20260102A-changes.csx", Changes)
            .Write("20260103A-dropped.csx", Dropped)
            .Write("20260104A-trigger.sql", Trigger(engine))
            .Write("20260105A-shop.sql", rich ? await ShopAsync(engine) : "-- up\ncreate table shop (id integer primary key);\ninsert into shop values (3);\n-- down\ndrop table shop;\n")
            .Write("20260106A-after.csx", Scripts.Table("after_all"));
        return project;
    }

    /// <summary>A new person gets a note, whoever inserts it; the rows of the squash must not get another.</summary>
    private static string Trigger(string engine) => "-- up\ncreate table people_log (id integer primary key, what varchar(20));\ninsert into people_log values (7, 'seed');\n" + engine switch
    {
        EngineNames.Sqlite => "create trigger people_added after insert on people begin insert into people_log values (100 + new.id, 'added'); end;\n",
        EngineNames.Postgres => """
            create function people_added() returns trigger language plpgsql as $$ begin insert into people_log values (100 + new.id, 'added'); return null; end $$;
            create trigger people_added after insert on people for each row execute function people_added();

            """,
        _ => "create trigger people_added after insert on people for each row insert into people_log values (100 + new.id, 'added');\n",
    } + "create view mails as select email from people;\n-- down\ndrop view mails;\n"
        + (engine == EngineNames.Postgres ? "drop trigger people_added on people;\ndrop function people_added();\n" : "drop trigger people_added;\n") + "drop table people_log;\n";

    private static async Task<string> ShopAsync(string engine)
    {
        var family = EngineNames.NeedsDriver(engine) ? "mysql" : engine;
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Shops", $"{family}.sql"), TestContext.Current.CancellationToken);
        var parts = text.Split("\n//\n").Where(part => engine == EngineNames.MariaDb || !part.StartsWith("-- mariadb", StringComparison.Ordinal)).Select(part => part.TrimEnd().TrimEnd(';'));
        var rows = engine switch
        {
            EngineNames.Sqlite => "insert into countries values ('de', 'Germany');\ninsert into sessions values (x'00ff', 1.5);\n",
            EngineNames.Postgres => "insert into tenants (name, created_at) values ('one', '2026-01-01 00:00:00+00'), ('two', '2026-01-01 12:00:00+02');\n"
                + "insert into users (tenant_id, email, manager_id) values (2, 'x@y', null), (2, 'z@y', 1);\ninsert into events (at, kind, payload) values ('2025-05-05', 'a', '{\"a\": [1]}'), ('2026-05-05', 'a', null);\n"
                + "insert into orders (tenant_id, placed_at, total) values (1, '2026-01-01', 3);\nrefresh materialized view sales;\n",
            _ => "insert into tenants (name, created_at) values ('one', '2026-01-01 00:00:00');\ninsert into users (tenant_id, email, bio) values (last_insert_id(), 'x', 'é\\n');\n"
                + "insert into products (sku, price, data, made, blobby, b, y, t) values ('s', 1.5, '{\"a\": [1]}', '2026-01-01 10:00:00.123', x'00ff27', b'101', 2026, '10:11:12.13');\n",
        };
        var body = family == "mysql" ? $"DELIMITER //\n{string.Join("\n//\n", parts)}\n//\nDELIMITER ;\n" : string.Join(";\n", parts) + ";\n";
        return $"-- cairn: irreversible: a shop stays\n-- up\n{body}{rows}{(engine == EngineNames.MariaDb ? "select nextval(invoice_numbers);\n" : "")}";
    }
}
