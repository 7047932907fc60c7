namespace Cairn.Tests.Schema.Golden;

public static partial class GoldenCases
{
    private static IEnumerable<GoldenCase> Columns =>
    [
        new("column-defaults", schema => schema.CreateTable("defaults", table =>
        {
            table.Increments();
            table.Integer("seven").Default(7);
            table.Integer("minus").Default(-7);
            table.Decimal("price", 10, 2).Default(9.95m);
            table.Double("ratio").Default(0.5);
            table.Boolean("yes").Default(true);
            table.Boolean("no").Default(false);
            table.Boolean("number_as_flag").Default(1);
            table.String("word").Default("it's");
            table.String("empty").Default("");
            table.String("nothing").Default(null);
            table.String("digits").Default(5);
            table.Char("letter", 1).Default('x');
            table.Enum("size", "s", "m").Default("m");
        })),
        new("column-defaults-times", schema => schema.CreateTable("defaults", table =>
        {
            table.Increments();
            table.Date("day").Default(new DateOnly(2026, 2, 28));
            table.Time("hour").Default(new TimeOnly(13, 45, 30));
            table.DateTime("local").Default(new DateTime(2026, 2, 28, 13, 45, 30, DateTimeKind.Unspecified));
            table.Timestamp("moment").Default(new DateTimeOffset(2026, 2, 28, 13, 45, 30, TimeSpan.FromHours(2)));
            table.DateTime("local_now").DefaultToNow();
            table.Timestamp("moment_now").DefaultToNow();
        })),
        new("column-defaults-others", schema => schema.CreateTable("defaults", table =>
        {
            table.Increments();
            table.Uuid("id2").Default(new Guid("6f1d2c3b-0000-4000-8000-00000000abcd"));
            table.Json("settings").Default("{\"a\":[1]}");
            table.Jsonb("list").Default(new[] { 1, 2 });
            table.Binary("bytes", 4).Default(new byte[] { 0, 255, 16 });
            table.Integer("raw").DefaultRaw("(1 + 1)");
        })),
        new("column-not-null", schema => schema.CreateTable("nulls", table =>
        {
            table.Increments();
            table.Integer("required").NotNull();
            table.Integer("optional").Nullable();
            table.Integer("unsaid");
        })),
        new("column-unsigned", schema => schema.CreateTable("unsigneds", table =>
        {
            table.Increments();
            table.Integer("age").Unsigned().NotNull();
            table.Decimal("price", 10, 2).Unsigned();
            table.Integer("stock").Unsigned().CheckBetween(1, 10);
        })),
        new("column-checks", schema => schema.CreateTable("checks", table =>
        {
            table.Increments();
            table.Integer("amount").CheckPositive().Check("amount < 100");
            table.String("size", 5).CheckIn("s", "it's");
            table.Integer("level").CheckIn(1, 2, 3);
            table.Integer("percent").CheckBetween(0, 100, "percent_range");
            table.String("code", 8).CheckLength("=", 8);
            table.Json("data").Check("data IS NOT NULL");
            table.String("name", 80).CheckLength(">=", 2, "name_length");
        })),
        new("column-check-regex", schema => schema.CreateTable("checks", table =>
        {
            table.Increments();
            table.String("code", 8).CheckRegex("^[A-Z]+$");
        })) { NotAsked = [Client.Sqlite], Clients = NotSqlite },
        new("column-generated", schema => schema.CreateTable("boxes", table =>
        {
            table.Increments();
            table.Integer("width").NotNull();
            table.Integer("area").GeneratedAs("width * width");
        })),
        new("column-generated-virtual", schema => schema.CreateTable("boxes", table =>
        {
            table.Increments();
            table.Integer("width").NotNull();
            table.Integer("area").GeneratedAs("width * width", stored: false);
        })) { Clients = [Client.Sqlite, .. OnlyMySqls] },
        new("column-identity", schema => schema.CreateTable("counted", table => table.BigInteger("number").Identity().Primary())),
        new("column-identity-always", schema => schema.CreateTable("counted", table => table.Integer("number").Identity(always: true).Primary()))
        {
            Clients = NotSqlite, NotAsked = [Client.Sqlite],
        },
        new("column-collation-postgres", schema => schema.CreateTable("words", table => table.String("word").Collate("C"))) { Clients = OnlyPostgres, NotAsked = [Client.Sqlite, .. OnlyMySqls] },
        new("column-collation-mysql", schema => schema.CreateTable("words", table => table.String("word").Collate("utf8mb4_bin"))) { Clients = OnlyMySqls, NotAsked = [Client.Sqlite, Client.Postgres] },
        new("column-collation-sqlite", schema => schema.CreateTable("words", table => table.String("word").Collate("NOCASE"))) { Clients = [Client.Sqlite], NotAsked = NotSqlite },
        new("column-comment", schema => schema.CreateTable("notes", table => table.String("text").Comment("what it's about"))),
        new("add-column-first-after", schema => schema.AlterTable("orders", table =>
        {
            table.Integer("zero").First();
            table.Integer("two").After("customer_id");
        })) { Setup = Shop, Clients = OnlyMySqls },
    ];
}
