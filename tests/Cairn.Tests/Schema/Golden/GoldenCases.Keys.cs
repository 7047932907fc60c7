namespace Cairn.Tests.Schema.Golden;

public static partial class GoldenCases
{
    private static IEnumerable<GoldenCase> Keys =>
    [
        new("primary-key-composite", schema => schema.CreateTable("memberships", table =>
        {
            table.Integer("user_id");
            table.Integer("group_id");
            table.Primary("user_id", "group_id");
        })),
        new("primary-key-named", schema => schema.CreateTable("countries", table =>
        {
            table.Char("code", 2);
            table.Primary("code").Name("countries_key");
        })),
        new("unique-composite", schema => schema.CreateTable("seats", table =>
        {
            table.Increments();
            table.Integer("row_number");
            table.Integer("place");
            table.Unique("row_number", "place");
            table.Unique("place").Name("one_per_place");
        })),
        new("foreign-keys", schema => schema.CreateTable("invoices", table =>
        {
            table.Increments();
            table.Integer("customer_id").NotNull().References("customers").OnDelete("cascade").OnUpdate("NO ACTION");
            table.Integer("order_id").References("orders", "id").OnDelete(ForeignKeyAction.SetNull);
            table.Integer("parent_id").Index();
            table.Foreign("parent_id").References("invoices", "id").OnDelete("restrict").Name("invoices_parent");
        })) { Setup = Shop },
        new("foreign-key-composite", schema => schema.CreateTable("visits", table =>
        {
            table.Increments();
            table.Integer("user_id");
            table.Integer("group_id");
            table.Foreign("user_id", "group_id").References("memberships", "user_id", "group_id").OnUpdate("cascade");
        }))
        {
            Setup = schema => schema.CreateTable("memberships", table =>
            {
                table.Integer("user_id");
                table.Integer("group_id");
                table.Primary("user_id", "group_id");
            }),
        },
        new("foreign-key-deferrable", schema => schema.CreateTable("invoices", table =>
        {
            table.Increments();
            table.Integer("customer_id").References("customers").Deferrable();
            table.Integer("order_id");
            table.Foreign("order_id").References("orders").Deferrable(initiallyDeferred: true);
        })) { Setup = Shop, Clients = [Client.Sqlite, Client.Postgres] },
        new("check-of-table", schema => schema.CreateTable("ranges", table =>
        {
            table.Increments();
            table.Integer("low");
            table.Integer("high");
            table.Check("ranges_order", "low <= high");
        })),
    ];

    private static IEnumerable<GoldenCase> Indexes =>
    [
        new("index-composite", schema => schema.AlterTable("orders", table => table.Index("customer_id", "note"))) { Setup = Shop },
        new("index-named-descending", schema => schema.AlterTable("orders", table => table.Index("customer_id", "quantity").Descending("quantity").Name("by_customer"))) { Setup = Shop },
        new("index-partial", schema => schema.AlterTable("orders", table => table.Index("customer_id").Where("quantity > 1"))) { Setup = Shop, Clients = [Client.Sqlite, Client.Postgres] },
        new("index-expression", schema => schema.AlterTable("orders", table => table.Index().Expression("lower(note)").Column("customer_id", descending: true)))
        {
            Setup = Shop, Clients = [Client.Sqlite, Client.Postgres, Client.MySql],
        },
        new("index-unique-partial", schema => schema.AlterTable("orders", table => table.Unique("note").Where("quantity > 1"))) { Setup = Shop, Clients = [Client.Sqlite, Client.Postgres] },
        new("index-method", schema => schema.AlterTable("facts", table => table.Index("data").Using("gin")))
        {
            Setup = schema => schema.CreateTable("facts", table => table.Jsonb("data")), Clients = OnlyPostgres, NotAsked = [Client.Sqlite, .. OnlyMySqls],
        },
        new("index-fulltext", schema => schema.AlterTable("orders", table => table.Index("note").Using("fulltext"))) { Setup = Shop, Clients = OnlyMySqls, NotAsked = [Client.Sqlite, Client.Postgres] },
        new("index-include", schema => schema.AlterTable("orders", table => table.Index("customer_id").Include("note", "quantity"))) { Setup = Shop, Clients = OnlyPostgres },
        new("index-concurrently", schema => schema.AlterTable("orders", table => table.Index("customer_id").Concurrently())) { Setup = Shop, Clients = OnlyPostgres },
        new("index-in-create-table", schema => schema.CreateTable("posts", table =>
        {
            table.Increments();
            table.String("slug", 80).Index("by_slug");
            table.Integer("author_id").Index();
            table.Index("author_id", "slug");
        })),
    ];
}
