namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <content>What belongs to tables besides, views, types, routines and the rest.</content>
internal static partial class PostgresChanges
{
    private const string Trigger = "DROP TRIGGER orders_stamp ON orders; CREATE TRIGGER orders_stamp BEFORE INSERT OR UPDATE OF note ON orders FOR EACH ROW WHEN (NEW.quantity > 1) EXECUTE FUNCTION stamp()";

    private const string View = "DROP VIEW busy; CREATE VIEW busy WITH (security_barrier = true) AS SELECT o.id, o.code FROM orders o WHERE o.quantity > 10";

    private const string Totals = "DROP MATERIALIZED VIEW totals; CREATE MATERIALIZED VIEW totals AS SELECT customer_id, count(*) AS orders FROM orders GROUP BY customer_id; CREATE UNIQUE INDEX totals_index ON totals (customer_id)";

    private const string Half = "CREATE OR REPLACE FUNCTION half(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS $$ SELECT a / 2 $$";

    private const string Rule = "DROP RULE orders_quiet ON customers; CREATE RULE orders_quiet AS ON DELETE TO customers WHERE old.id < 0 DO INSTEAD NOTHING";

    private const string Statistics = "DROP STATISTICS orders_statistics; CREATE STATISTICS orders_statistics (dependencies) ON customer_id, quantity FROM orders";

    private const string Size = "DROP TYPE size; CREATE TYPE size AS ENUM ('small', 'large')";

    private const string Largest = "DROP AGGREGATE largest(integer); CREATE AGGREGATE largest(integer) (SFUNC = int4larger, STYPE = integer, INITCOND = '0')";

    private const string Announce = "DROP EVENT TRIGGER announce; CREATE EVENT TRIGGER announce ON ddl_command_start WHEN TAG IN ('CREATE CAST') EXECUTE FUNCTION other.announce()";

    private static IEnumerable<SchemaChange> OfTables =>
    [
        new("DROP TRIGGER orders_stamp ON orders", Trigger[(Trigger.IndexOf(';', StringComparison.Ordinal) + 1)..], "trigger orders_stamp of orders"),
        new(Trigger.Replace("> 1", "> 2", StringComparison.Ordinal), Trigger, "trigger orders_stamp of orders"),
        new(Trigger.Replace(" OF note", "", StringComparison.Ordinal), Trigger, "trigger orders_stamp of orders"),
        new("ALTER TABLE orders DISABLE TRIGGER orders_stamp", "ALTER TABLE orders ENABLE TRIGGER orders_stamp", "trigger orders_stamp of orders"),
        new("ALTER TABLE orders ENABLE ALWAYS TRIGGER orders_stamp", "ALTER TABLE orders ENABLE TRIGGER orders_stamp", "trigger orders_stamp of orders"),
        new("COMMENT ON TRIGGER orders_stamp ON orders IS 'x'", "COMMENT ON TRIGGER orders_stamp ON orders IS NULL", "trigger orders_stamp of orders"),
        new("ALTER TABLE measures_2024 DISABLE TRIGGER measures_stamp", "ALTER TABLE measures_2024 ENABLE TRIGGER measures_stamp", "trigger measures_stamp of measures_2024"),
        new("DROP POLICY orders_own ON orders", "CREATE POLICY orders_own ON orders FOR SELECT USING (quantity > 0)", "policy orders_own of orders"),
        new("ALTER POLICY orders_own ON orders USING (quantity > 1)", "ALTER POLICY orders_own ON orders USING (quantity > 0)", "policy orders_own of orders"),
        new("ALTER POLICY orders_own ON orders TO pg_monitor", "ALTER POLICY orders_own ON orders TO PUBLIC", "policy orders_own of orders"),
        new("COMMENT ON POLICY orders_own ON orders IS 'x'", "COMMENT ON POLICY orders_own ON orders IS NULL", "policy orders_own of orders"),
        new(Rule.Replace("< 0", "< 1", StringComparison.Ordinal), Rule, "rule orders_quiet of customers"),
        new("ALTER TABLE customers DISABLE RULE orders_quiet", "ALTER TABLE customers ENABLE RULE orders_quiet", "rule orders_quiet of customers"),
        new("COMMENT ON RULE orders_quiet ON customers IS 'x'", "COMMENT ON RULE orders_quiet ON customers IS NULL", "rule orders_quiet of customers"),
        new(Statistics.Replace("dependencies", "ndistinct", StringComparison.Ordinal), Statistics, "statistics orders_statistics of orders"),
        new("ALTER STATISTICS orders_statistics SET STATISTICS 50", "ALTER STATISTICS orders_statistics SET STATISTICS -1", "statistics orders_statistics of orders"),
        new("COMMENT ON STATISTICS orders_statistics IS 'x'", "COMMENT ON STATISTICS orders_statistics IS NULL", "statistics orders_statistics of orders"),
    ];

    private static IEnumerable<SchemaChange> Views =>
    [
        new("DROP VIEW busy", View[(View.IndexOf(';', StringComparison.Ordinal) + 1)..], "view busy"),
        new(View.Replace("> 10", "> 11", StringComparison.Ordinal), View, "view busy"),
        new(View.Replace("o.code", "o.code, o.note", StringComparison.Ordinal), View, "view busy"),
        new("ALTER VIEW busy SET (security_barrier = false)", "ALTER VIEW busy SET (security_barrier = true)", "view busy"),
        new("ALTER VIEW busy ALTER code SET DEFAULT 'x'", "ALTER VIEW busy ALTER code DROP DEFAULT", "view busy"),
        new("COMMENT ON VIEW busy IS 'x'", "COMMENT ON VIEW busy IS NULL", "view busy"),
        new("COMMENT ON COLUMN busy.code IS 'x'", "COMMENT ON COLUMN busy.code IS NULL", "view busy"),
        new("GRANT SELECT ON busy TO pg_monitor", "REVOKE SELECT ON busy FROM pg_monitor", "view busy"),
        new(Totals.Replace("count(*)", "sum(quantity)", StringComparison.Ordinal), Totals, "materialized view totals"),
        new(Totals.Replace("; CREATE UNIQUE", " WITH NO DATA; CREATE UNIQUE", StringComparison.Ordinal), Totals, "materialized view totals"),
        new("ALTER MATERIALIZED VIEW totals SET (fillfactor = 50)", "ALTER MATERIALIZED VIEW totals RESET (fillfactor)", "materialized view totals"),
        new("COMMENT ON MATERIALIZED VIEW totals IS 'x'", "COMMENT ON MATERIALIZED VIEW totals IS NULL", "materialized view totals"),
    ];

    private static IEnumerable<SchemaChange> Types =>
    [
        new("ALTER TYPE size ADD VALUE 'huge'", Size, "enum size"),
        new("ALTER TYPE size RENAME VALUE 'large' TO 'big'", "ALTER TYPE size RENAME VALUE 'big' TO 'large'", "enum size"),
        new("DROP TYPE size; CREATE TYPE size AS ENUM ('large', 'small')", Size, "enum size"),
        new("COMMENT ON TYPE size IS 'x'", "COMMENT ON TYPE size IS NULL", "enum size"),
        new("REVOKE USAGE ON TYPE size FROM PUBLIC", "GRANT USAGE ON TYPE size TO PUBLIC", "enum size"),
        new("ALTER DOMAIN price DROP CONSTRAINT price_positive", "ALTER DOMAIN price ADD CONSTRAINT price_positive CHECK (VALUE >= 0)", "domain price"),
        new("ALTER DOMAIN price ADD CONSTRAINT price_low CHECK (VALUE < 100)", "ALTER DOMAIN price DROP CONSTRAINT price_low", "domain price"),
        new("ALTER DOMAIN price SET DEFAULT 1", "ALTER DOMAIN price DROP DEFAULT", "domain price"),
        new("ALTER DOMAIN price SET NOT NULL", "ALTER DOMAIN price DROP NOT NULL", "domain price"),
        new("COMMENT ON DOMAIN price IS 'x'", "COMMENT ON DOMAIN price IS NULL", "domain price"),
        new("COMMENT ON CONSTRAINT price_positive ON DOMAIN price IS 'x'", "COMMENT ON CONSTRAINT price_positive ON DOMAIN price IS NULL", "domain price"),
        new("COMMENT ON TYPE address IS 'x'", "COMMENT ON TYPE address IS NULL", "composite type address"),
        new("DROP TYPE span; CREATE TYPE span AS RANGE (SUBTYPE = numeric)", "DROP TYPE span; CREATE TYPE span AS RANGE (SUBTYPE = double precision)", "composite type span"),
        new("ALTER SEQUENCE numbers INCREMENT 6", "ALTER SEQUENCE numbers INCREMENT 5", "sequence numbers"),
        new("ALTER SEQUENCE numbers MAXVALUE 1000", "ALTER SEQUENCE numbers NO MAXVALUE", "sequence numbers"),
        new("ALTER SEQUENCE numbers CYCLE", "ALTER SEQUENCE numbers NO CYCLE", "sequence numbers"),
        new("ALTER SEQUENCE numbers AS integer", "ALTER SEQUENCE numbers AS bigint", "sequence numbers"),
        new("ALTER SEQUENCE numbers OWNED BY scratch.a", "ALTER SEQUENCE numbers OWNED BY NONE", "sequence numbers"),
        new("ALTER SEQUENCE orders_ticket_seq OWNED BY NONE", "ALTER SEQUENCE orders_ticket_seq OWNED BY orders.ticket", "sequence orders_ticket_seq"),
        new("COMMENT ON SEQUENCE numbers IS 'x'", "COMMENT ON SEQUENCE numbers IS NULL", "sequence numbers"),
        new("GRANT USAGE ON SEQUENCE numbers TO pg_monitor", "REVOKE USAGE ON SEQUENCE numbers FROM pg_monitor", "sequence numbers"),
    ];

    private static IEnumerable<SchemaChange> Rest =>
    [
        new(Half.Replace("a / 2", "a / 3", StringComparison.Ordinal), Half, "routine half(integer)"),
        new("ALTER FUNCTION half(integer) VOLATILE", "ALTER FUNCTION half(integer) IMMUTABLE", "routine half(integer)"),
        new("ALTER FUNCTION half(integer) STRICT", "ALTER FUNCTION half(integer) CALLED ON NULL INPUT", "routine half(integer)"),
        new("ALTER FUNCTION half(integer) SECURITY DEFINER", "ALTER FUNCTION half(integer) SECURITY INVOKER", "routine half(integer)"),
        new("ALTER FUNCTION half(integer) SET work_mem = '1MB'", "ALTER FUNCTION half(integer) RESET work_mem", "routine half(integer)"),
        new("CREATE FUNCTION half(a bigint) RETURNS bigint LANGUAGE sql AS $$ SELECT a / 2 $$", "DROP FUNCTION half(bigint)", "routine half(bigint)"),
        new("COMMENT ON FUNCTION half(integer) IS 'x'", "COMMENT ON FUNCTION half(integer) IS NULL", "routine half(integer)"),
        new("REVOKE EXECUTE ON FUNCTION half(integer) FROM PUBLIC", "GRANT EXECUTE ON FUNCTION half(integer) TO PUBLIC", "routine half(integer)"),
        new("CREATE OR REPLACE PROCEDURE tidy(days integer) LANGUAGE sql AS $$ SELECT 1 $$",
            "CREATE OR REPLACE PROCEDURE tidy(days integer) LANGUAGE sql AS $$ DELETE FROM orders WHERE quantity = days $$", "routine tidy(integer)"),
        new(Largest.Replace("'0'", "'1'", StringComparison.Ordinal), Largest, "routine largest(integer)"),
        new("DROP AGGREGATE largest(integer)", Largest[(Largest.IndexOf(';', StringComparison.Ordinal) + 1)..], "routine largest(integer)"),
        new("ALTER EVENT TRIGGER announce DISABLE", "ALTER EVENT TRIGGER announce ENABLE", "event announce"),
        new(Announce.Replace("CREATE CAST", "DROP CAST", StringComparison.Ordinal), Announce, "event announce"),
        new("COMMENT ON EVENT TRIGGER announce IS 'x'", "COMMENT ON EVENT TRIGGER announce IS NULL", "event announce"),
        new("CREATE EXTENSION hstore", "DROP EXTENSION hstore", "extension hstore"),
        new("ALTER EXTENSION citext SET SCHEMA other", "ALTER EXTENSION citext SET SCHEMA public", "extension citext", "column customers.email"),
        new("COMMENT ON EXTENSION citext IS 'x'", "COMMENT ON EXTENSION citext IS 'data type for case-insensitive character strings'", "extension citext"),
        new("CREATE SCHEMA third", "DROP SCHEMA third", "schema third"),
        new("COMMENT ON SCHEMA other IS 'x'", "COMMENT ON SCHEMA other IS 'beside'", "schema other"),
        new("GRANT USAGE ON SCHEMA other TO pg_monitor", "REVOKE USAGE ON SCHEMA other FROM pg_monitor", "schema other"),
    ];
}
