namespace Cairn.Tests.Schema.Golden;

public static partial class GoldenCases
{
    private static IEnumerable<GoldenCase> Objects =>
    [
        new("create-view", schema => schema.CreateView("paid_orders", "SELECT id, note FROM orders WHERE quantity > 1;")) { Setup = Shop },
        new("create-view-columns", schema => schema.CreateView("paid_orders", "SELECT id, note FROM orders", "number", "remark")) { Setup = Shop },
        new("create-or-replace-view", schema =>
        {
            schema.CreateOrReplaceView("big_orders", "SELECT id FROM orders WHERE quantity > 10");
            schema.AlterView("big_orders", "SELECT id FROM orders WHERE quantity > 100");
        }) { Setup = Shop },
        new("drop-view", schema =>
        {
            schema.CreateView("v", "SELECT id FROM orders");
            schema.DropView("v");
            schema.DropViewIfExists("v");
        }) { Setup = Shop },
        new("rename-view", schema =>
        {
            schema.CreateView("v", "SELECT id FROM orders");
            schema.RenameView("v", "w");
        }) { Setup = Shop, NotAsked = [Client.Sqlite], Clients = NotSqlite },
        new("materialized-view", schema =>
        {
            schema.CreateMaterializedView("totals", "SELECT customer_id, sum(quantity) AS n FROM orders GROUP BY customer_id");
            schema.RefreshMaterializedView("totals");
            schema.DropMaterializedView("totals");
            schema.DropMaterializedViewIfExists("totals");
        }) { Setup = Shop, Clients = OnlyPostgres },
        new("schemas", schema =>
        {
            schema.CreateSchema("audit");
            schema.CreateSchemaIfNotExists("audit");
            schema.DropSchema("audit", cascade: true);
            schema.DropSchemaIfExists("audit");
        }) { Clients = OnlyPostgres },
        new("sequences", schema =>
        {
            schema.CreateSequence("numbers", start: 100, increment: 10);
            schema.CreateSequence("plain_numbers");
            schema.DropSequence("numbers");
            schema.DropSequenceIfExists("numbers");
        }) { Clients = WithSequences },
        new("enums", schema =>
        {
            schema.CreateEnum("mood", "sad", "it's ok", "happy");
            schema.AlterEnum("mood").AddValue("ecstatic");
            schema.AlterEnum("mood").AddValue("angry", before: "sad");
            schema.AlterEnum("mood").AddValue("calm", after: "it's ok");
            schema.DropEnum("mood");
            schema.DropEnumIfExists("mood");
        }) { Clients = OnlyPostgres },
        new("extensions", schema =>
        {
            schema.CreateExtension("pg_trgm");
            schema.DropExtension("pg_trgm");
            schema.CreateExtension("pg_trgm", ifNotExists: false);
            schema.DropExtensionIfExists("pg_trgm");
        }) { Clients = OnlyPostgres },
        new("trigger", schema =>
        {
            schema.CreateTrigger("orders_log", "orders", "AFTER INSERT", "INSERT INTO customers (email) VALUES (NEW.note);");
            schema.DropTrigger("orders_log", "orders");
            schema.DropTriggerIfExists("orders_log", "orders");
        }) { Setup = Shop },
        new("trigger-when", schema => schema.CreateTrigger("orders_log", "orders", "AFTER UPDATE", "INSERT INTO customers (email) VALUES (OLD.note)", "NEW.quantity > 5"))
        {
            Setup = Shop, Clients = [Client.Sqlite, Client.Postgres],
        },
        new("trigger-block-postgres", schema =>
        {
            schema.CreateTrigger("orders_touch", "orders", "BEFORE INSERT OR UPDATE", "BEGIN\n  NEW.note := upper(NEW.note);\n  RETURN NEW;\nEND;");
            schema.CreateTrigger("orders_guard", "orders", "BEFORE UPDATE OR DELETE", "PERFORM 1;");
        }) { Setup = Shop, Clients = OnlyPostgres, NotAsked = [Client.Sqlite, .. OnlyMySqls] },
        new("trigger-function-postgres", schema =>
        {
            schema.Raw("CREATE FUNCTION nothing() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RETURN NULL; END $$");
            schema.CreateTrigger("orders_nothing", "orders", "AFTER DELETE", "EXECUTE FUNCTION nothing();");
        }) { Setup = Shop, Clients = OnlyPostgres, NotAsked = [Client.Sqlite, .. OnlyMySqls] },
        new("raw", schema => schema.Raw("UPDATE orders SET quantity = 2 WHERE quantity = 1")) { Setup = Shop },
    ];
}
