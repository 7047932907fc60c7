using Cairn.Schema.Building;

namespace Cairn.Tests.Schema.Golden;

public static partial class GoldenCases
{
    private static IEnumerable<GoldenCase> Alters =>
    [
        new("add-columns", schema => schema.AlterTable("orders", table =>
        {
            table.Integer("tenant_id").NotNull().Default(1).Index();
            table.String("coupon", 20).Unique();
            table.Integer("weight").Unsigned();
            table.Enum("status", "new", "paid").NotNull().Default("new");
            table.Integer("invoice_id").References("customers").OnDelete("set null");
            table.String("remark").Comment("by hand");
        })) { Setup = Shop },
        new("add-timestamps", schema => schema.AlterTable("orders", AddAudit)) { Setup = Shop },
        new("add-generated-column", schema => schema.AlterTable("orders", table => table.Integer("twice").GeneratedAs("quantity * 2"))) { Setup = Shop },
        new("add-keys", schema => schema.AlterTable("orders", table =>
        {
            table.Unique("customer_id", "note");
            table.Foreign("customer_id").References("customers", "id").OnDelete("cascade");
            table.Check("orders_sane", "quantity < 1000");
        })) { Setup = Shop },
        new("add-primary-key", schema => schema.AlterTable("plain", table => table.Primary("code")))
        {
            Setup = schema => schema.CreateTable("plain", table => table.Char("code", 4).NotNull()),
        },
        new("rename-column", schema => schema.AlterTable("orders", table => table.RenameColumn("note", "remark"))) { Setup = Shop },
        new("rename-index", schema => schema.AlterTable("orders", table => table.RenameIndex("by_note", "by_remark")))
        {
            Setup = schema =>
            {
                Shop(schema);
                schema.AlterTable("orders", table => table.Index("note").Name("by_note"));
            },
        },
        new("set-nullable", schema => schema.AlterTable("orders", table => table.SetNullable("note"))) { Setup = Shop },
        new("set-not-null", schema => schema.AlterTable("orders", table => table.SetNotNull("paid"))) { Setup = Shop },
        new("set-default", schema => schema.AlterTable("orders", table =>
        {
            table.SetDefault("note", "it's");
            table.SetDefault("quantity", 5);
        })) { Setup = Shop },
        new("set-default-to-now", schema => schema.AlterTable("visits", table => table.SetDefaultToNow("at"))) { Setup = Visits },
        new("set-default-raw", schema => schema.AlterTable("orders", table => table.SetDefaultRaw("quantity", "(2 * 3)"))) { Setup = Shop },
        new("drop-default", schema => schema.AlterTable("orders", table => table.DropDefault("note"))) { Setup = Shop },
        new("alter-many-in-order", schema => schema.AlterTable("orders", table =>
        {
            table.Integer("a");
            table.DropColumn("note");
            table.String("note", 30);
            table.RenameColumn("quantity", "amount");
            table.SetNullable("amount");
            table.Index("amount");
            table.DropDefault("amount");
        })) { Setup = Shop },
    ];

    private static IEnumerable<GoldenCase> AlteredColumns =>
    [
        new("alter-type-widen", schema => schema.AlterTable("orders", table => table.String("note", 255).Alter())) { Setup = Shop },
        new("alter-type-bigger-number", schema => schema.AlterTable("orders", table => table.BigInteger("quantity").Alter())) { Setup = Shop },
        new("alter-type-number-to-text", schema => schema.AlterTable("orders", table => table.Text("quantity").Alter())) { Setup = Shop },
        new("alter-type-text-to-number", schema => schema.AlterTable("orders", table => table.Integer("note").Default(0).Nullable().Alter())) { Setup = Shop },
        new("alter-type-number-to-boolean", schema => schema.AlterTable("orders", table => table.Boolean("quantity").Alter())) { Setup = Shop },
        new("alter-type-boolean-to-number", schema => schema.AlterTable("orders", table => table.SmallInteger("paid").Alter())) { Setup = Shop },
        new("alter-type-using", schema => schema.AlterTable("orders", table => table.Integer("note").Default(0).Alter("length(note)"))) { Setup = Shop, Clients = OnlyPostgres, NotAsked = [Client.Sqlite, .. OnlyMySqls] },
        new("alter-only-default", schema => schema.AlterTable("orders", table => table.String("note", 100).Default("other").Alter())) { Setup = Shop },
        new("alter-only-nullability", schema => schema.AlterTable("orders", table => table.String("note", 100).Nullable().Alter())) { Setup = Shop },
        new("alter-comment", schema => schema.AlterTable("orders", table => table.String("note", 100).Comment("it's").Alter())) { Setup = Shop },
        new("alter-enum-values", schema => schema.AlterTable("tickets", table => table.Enum("state", "open", "closed", "late").Alter()))
        {
            Setup = schema => schema.CreateTable("tickets", table => table.Enum("state", "open", "closed").NotNull().Default("open")),
        },
        new("alter-enum-to-string", schema => schema.AlterTable("tickets", table => table.String("state", 40).Alter()))
        {
            Setup = schema => schema.CreateTable("tickets", table => table.Enum("state", "open", "closed").NotNull().Default("open")),
        },
        new("alter-keeps-own-check", schema => schema.AlterTable("sizes", table => table.String("size", 40).Alter()))
        {
            Setup = schema => schema.CreateTable("sizes", table => table.String("size", 5).CheckIn("s", "m")),
        },
        new("alter-to-identity", schema => schema.AlterTable("plain", table => table.Integer("id").Identity().Alter()))
        {
            Setup = schema => schema.CreateTable("plain", table => table.Integer("id").NotNull().Primary()),
        },
        new("alter-keeps-comment-and-collation", schema => schema.AlterTable("words", table => table.String("word", 200).Alter()))
        {
            Setup = schema => schema.CreateTable("words", table => table.String("word", 50).NotNull().Default("x").Collate("utf8mb4_bin").Comment("keep")),
            Clients = OnlyMySqls,
            NotAsked = [Client.Sqlite, Client.Postgres],
        },
        new("alter-same-column-again", schema => schema.AlterTable("orders", table =>
        {
            table.SetNotNull("paid");
            table.SetDefaultRaw("paid", "(1 = 1)");
            table.DropDefault("note");
            table.Text("note").Comment("long").Alter();
            table.RenameColumn("note", "remark");
            table.SetNullable("remark");
        })) { Setup = Shop },
        new("alter-column-just-added", schema => schema.AlterTable("orders", table =>
        {
            table.String("extra", 10).Default("5");
            table.SetNotNull("extra");
            table.Integer("extra").Alter();
        })) { Setup = Shop },
        new("alter-and-index", schema => schema.AlterTable("orders", table => table.String("note", 80).Alter().Index())) { Setup = Shop },
    ];

    private static void AddAudit(TableBuilder table)
    {
        table.Integer("created_by");
        table.Timestamps();
    }

    private static void Visits(SchemaBuilder schema) => schema.CreateTable("visits", table => table.Timestamp("at").NotNull());
}
