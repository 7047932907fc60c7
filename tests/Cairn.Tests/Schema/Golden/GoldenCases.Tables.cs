namespace Cairn.Tests.Schema.Golden;

public static partial class GoldenCases
{
    private static IEnumerable<GoldenCase> Tables =>
    [
        new("create-table", schema => schema.CreateTable("users", table =>
        {
            table.Increments();
            table.String("email").NotNull().Unique();
            table.Text("bio");
            table.Boolean("active").NotNull().Default(true);
            table.Timestamps();
        })),
        new("create-table-if-not-exists", schema => schema.CreateTableIfNotExists("users", table =>
        {
            table.Increments();
            table.String("email").Index();
        })),
        new("create-table-if-not-exists-there", schema => schema.CreateTableIfNotExists("orders", table =>
        {
            table.Increments();
            table.String("email").Index();
        })) { Setup = Shop },
        new("create-table-strange-names", schema => schema.CreateTable("select \"x\" `y` 'z' ☃ é", table =>
        {
            table.Increments("from");
            table.Integer("a b").Index();
            table.String("quo\"te's").Unique();
            table.String("tick`s").Default("it's \"quoted\" \\ `so`");
        })),
        new("create-table-long-names", schema => schema.CreateTable("a_table_with_a_name_that_is_rather_long", table =>
        {
            table.Increments();
            table.Integer("and_a_column_with_a_long_name_too").Index();
            table.Integer("ünd_eine_spalte_mit_ümläüten_üüü").Unique();
        })),
        new("create-table-like", schema => schema.CreateTableLike("orders_archive", "orders"))
        {
            Setup = schema => schema.CreateTable("orders", table =>
            {
                table.Increments();
                table.String("code", 20).NotNull().Unique();
                table.Integer("quantity").Default(1).CheckPositive();
                table.Index("code", "quantity");
            }),
        },
        new("drop-table", schema => schema.DropTable("orders")) { Setup = Shop },
        new("drop-table-if-exists", schema => schema.DropTableIfExists("nothing")),
        new("drop-table-cascade", schema => schema.DropTable("orders", cascade: true)) { Setup = Shop, Clients = OnlyPostgres },
        new("rename-table", schema => schema.RenameTable("orders", "purchases")) { Setup = Shop },
        new("table-comment", schema => schema.CreateTable("notes", table =>
        {
            table.Increments().Comment("the note's number");
            table.Comment("what people wrote");
        })),
        new("table-options", schema => schema.CreateTable("notes", table =>
        {
            table.Increments();
            table.Engine("InnoDB").Charset("utf8mb4").Collate("utf8mb4_bin");
        })) { Clients = OnlyMySqls },
        new("table-inherits", schema => schema.CreateTable("capitals", table =>
        {
            table.String("state");
            table.Inherits("customers");
        })) { Setup = Shop, Clients = OnlyPostgres },
        new("table-partitioned", schema => schema.CreateTable("events", table =>
        {
            table.BigIncrements("id", primaryKey: false);
            table.Date("day").NotNull();
            table.Primary("id", "day");
            table.PartitionBy("RANGE (day)");
        })) { Clients = OnlyPostgres },
        new("alter-table-comment", schema => schema.AlterTable("orders", table => table.Comment("what people bought"))) { Setup = Shop },
        new("alter-table-engine", schema => schema.AlterTable("orders", table => table.Engine("InnoDB").Charset("utf8mb4"))) { Setup = Shop, Clients = OnlyMySqls },
        new("in-schema", schema => schema.InSchema("audit").CreateTable("log", table =>
        {
            table.Increments();
            table.Integer("parent_id").Index().References("log");
        })) { Setup = schema => schema.CreateSchema("audit"), Clients = OnlyPostgres, NotAsked = [Client.Sqlite, .. OnlyMySqls] },
        new("dotted-name", schema => schema.AlterTable("audit.log", table => table.Index("id")))
        {
            Setup = schema =>
            {
                schema.CreateSchema("audit");
                schema.CreateTable("audit.log", table => table.Increments());
            },
            Clients = OnlyPostgres,
            NotAsked = [Client.Sqlite, .. OnlyMySqls],
        },
    ];
}
