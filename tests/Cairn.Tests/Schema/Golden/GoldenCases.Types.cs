namespace Cairn.Tests.Schema.Golden;

public static partial class GoldenCases
{
    private static IEnumerable<GoldenCase> Types =>
    [
        new("types-numbers", schema => schema.CreateTable("numbers", table =>
        {
            table.BigIncrements();
            table.TinyInteger("tiny");
            table.SmallInteger("small");
            table.Integer("plain");
            table.BigInteger("big");
            table.Decimal("price", 12, 4);
            table.Decimal("standard");
            table.Float("real_one");
            table.Double("double_one");
            table.Boolean("flag");
        })),
        new("types-texts", schema => schema.CreateTable("texts", table =>
        {
            table.Increments();
            table.Char("code", 8);
            table.String("title");
            table.String("short", 20);
            table.Text("body");
            table.MediumText("longer");
            table.LongText("longest");
        })),
        new("types-times", schema => schema.CreateTable("times", table =>
        {
            table.Increments();
            table.Date("day");
            table.Time("hour");
            table.DateTime("local");
            table.DateTime("exact_local", 3);
            table.Timestamp("moment");
            table.Timestamp("exact_moment", 6);
            table.Interval("duration");
        })),
        new("types-others", schema => schema.CreateTable("others", table =>
        {
            table.Uuid("id").Primary();
            table.Json("settings");
            table.Jsonb("facts");
            table.Binary("picture");
            table.Binary("hash", 32);
            table.Enum("status", "new", "it's paid", "sent").NotNull().Default("new");
        })),
        new("types-point", schema => schema.CreateTable("places", table =>
        {
            table.Increments();
            table.Point("location");
        })) { NotAsked = [Client.Sqlite], Clients = NotSqlite },
        new("types-geometry", schema => schema.CreateTable("places", table =>
        {
            table.Increments();
            table.Geometry("shape");
        })) { NotAsked = [Client.Sqlite], Clients = NotSqlite, CannotRunOnPlainServer = "PostgreSQL needs PostGIS" },
        new("types-specific", schema => schema.CreateTable("specials", table =>
        {
            table.Increments();
            table.Specific("amount", "numeric(20,6)").NotNull();
        })),
        new("types-enum-native", schema =>
        {
            schema.CreateEnum("order_status", "new", "paid");
            schema.CreateTable("orders", table =>
            {
                table.Increments();
                table.Enum("status", ["new", "paid"], "order_status").NotNull().Default("new");
            });
        }) { Clients = OnlyPostgres },
        new("types-enum-named", schema => schema.CreateTable("orders", table =>
        {
            table.Increments();
            table.Enum("status", ["new", "paid"], "order_status").NotNull().Default("new");
        })) { Clients = [Client.Sqlite, .. OnlyMySqls], NotAsked = OnlyPostgres },
        new("increments-without-key", schema => schema.CreateTable("counted", table =>
        {
            table.Increments("number", primaryKey: false).Unique();
            table.Uuid("id").Primary();
        })) { Clients = NotSqlite },
    ];
}
