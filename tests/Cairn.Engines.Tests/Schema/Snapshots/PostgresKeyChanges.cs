namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <content>Keys, checks and indexes.</content>
internal static partial class PostgresChanges
{
    private const string Key = "ALTER TABLE orders DROP CONSTRAINT orders_customer; ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE";

    private const string Mixed = "DROP INDEX orders_mixed_index; CREATE INDEX orders_mixed_index ON orders (customer_id DESC, lower(note) NULLS FIRST) INCLUDE (quantity) WHERE quantity > 5";

    private const string Pattern = "DROP INDEX orders_pattern_index; CREATE UNIQUE INDEX orders_pattern_index ON orders (note text_pattern_ops, code COLLATE \"POSIX\")";

    private const string NewKey = "ALTER TABLE orders DROP CONSTRAINT orders_customer; ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ";

    private const string Check = "ALTER TABLE orders DROP CONSTRAINT orders_quantity; ALTER TABLE orders ADD CONSTRAINT orders_quantity CHECK (quantity > 0)";

    private static IEnumerable<SchemaChange> Keys =>
    [
        new("ALTER TABLE orders DROP CONSTRAINT orders_customer", "ALTER TABLE orders ADD CONSTRAINT orders_customer FOREIGN KEY (customer_id) REFERENCES customers (id) ON DELETE CASCADE", ForeignKey),
        new(NewKey, Key, ForeignKey),
        new(NewKey + "ON DELETE RESTRICT", Key, ForeignKey),
        new(NewKey + "ON DELETE CASCADE ON UPDATE CASCADE", Key, ForeignKey),
        new(NewKey + "MATCH FULL ON DELETE CASCADE", Key, ForeignKey),
        new(NewKey + "ON DELETE CASCADE NOT VALID", Key, ForeignKey),
        new(NewKey + "ON DELETE CASCADE NOT ENFORCED", Key, ForeignKey) { Since = 18 },
        new("ALTER TABLE orders ALTER CONSTRAINT orders_customer DEFERRABLE", "ALTER TABLE orders ALTER CONSTRAINT orders_customer NOT DEFERRABLE", ForeignKey),
        new("ALTER TABLE orders ALTER CONSTRAINT orders_customer DEFERRABLE INITIALLY DEFERRED", "ALTER TABLE orders ALTER CONSTRAINT orders_customer NOT DEFERRABLE", ForeignKey),
        new("COMMENT ON CONSTRAINT orders_customer ON orders IS 'x'", "COMMENT ON CONSTRAINT orders_customer ON orders IS NULL", ForeignKey),
        new("ALTER TABLE orders RENAME CONSTRAINT orders_customer TO renamed", "ALTER TABLE orders RENAME CONSTRAINT renamed TO orders_customer", ForeignKey, "foreign key renamed of orders"),
        new(Check.Replace("> 0", ">= 0", StringComparison.Ordinal), Check, "check orders_quantity of orders"),
        new(Check + " NO INHERIT", Check, "check orders_quantity of orders"),
        new(Check + " NOT VALID", Check, "check orders_quantity of orders"),
        new("ALTER TABLE orders DROP CONSTRAINT orders_quantity", Check[(Check.IndexOf(';', StringComparison.Ordinal) + 1)..], "check orders_quantity of orders"),
        new("ALTER TABLE scratch ADD CHECK (a > 0)", "ALTER TABLE scratch DROP CONSTRAINT scratch_a_check", "check scratch_a_check of scratch"),
        new("ALTER TABLE scratch ADD PRIMARY KEY (c)", "ALTER TABLE scratch DROP CONSTRAINT scratch_pkey; ALTER TABLE scratch ALTER c DROP NOT NULL", "column scratch.c", "primary key scratch_pkey of scratch"),
        new("COMMENT ON INDEX orders_pk IS 'x'", "COMMENT ON INDEX orders_pk IS NULL", "primary key orders_pk of orders"),
        new("ALTER TABLE orders DROP CONSTRAINT orders_code", "ALTER TABLE orders ADD CONSTRAINT orders_code UNIQUE (code)", "unique orders_code of orders"),
        new("ALTER TABLE orders DROP CONSTRAINT orders_code, ADD CONSTRAINT orders_code UNIQUE (code) DEFERRABLE", Unique(""), "unique orders_code of orders"),
        new("ALTER TABLE orders DROP CONSTRAINT orders_code, ADD CONSTRAINT orders_code UNIQUE (code, note)", Unique(""), "unique orders_code of orders"),
        new("ALTER TABLE orders DROP CONSTRAINT orders_code, ADD CONSTRAINT orders_code UNIQUE (code) INCLUDE (note)", Unique(""), "unique orders_code of orders"),
        new("ALTER TABLE orders DROP CONSTRAINT orders_code, ADD CONSTRAINT orders_code UNIQUE NULLS NOT DISTINCT (code)", Unique(""), "unique orders_code of orders") { Since = 15 },
        new(Unique(" WITH (fillfactor = 50)"), Unique(""), "unique orders_code of orders"),
        new("ALTER TABLE orders DROP CONSTRAINT orders_apart, ADD CONSTRAINT orders_apart EXCLUDE USING gist (during WITH =)",
            "ALTER TABLE orders DROP CONSTRAINT orders_apart, ADD CONSTRAINT orders_apart EXCLUDE USING gist (during WITH &&)", "exclusion orders_apart of orders"),
    ];

    private static IEnumerable<SchemaChange> Indexes =>
    [
        new("DROP INDEX orders_note_index", "CREATE INDEX orders_note_index ON orders (note)", "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders (note DESC)", Plain, "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders (note, memo)", Plain, "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE UNIQUE INDEX orders_note_index ON orders (note)", Plain, "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders USING hash (note)", Plain, "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders (note NULLS FIRST)", Plain, "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders (note text_pattern_ops)", Plain, "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders (note COLLATE \"C\")", Plain, "index orders_note_index"),
        new("DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders (upper(note))", Plain, "index orders_note_index"),
        new(Mixed.Replace("> 5", "> 6", StringComparison.Ordinal), Mixed, "index orders_mixed_index"),
        new(Mixed.Replace(" WHERE quantity > 5", "", StringComparison.Ordinal), Mixed, "index orders_mixed_index"),
        new(Mixed.Replace("(quantity)", "(quantity, memo)", StringComparison.Ordinal), Mixed, "index orders_mixed_index"),
        new(Mixed.Replace("lower", "upper", StringComparison.Ordinal), Mixed, "index orders_mixed_index"),
        new(Mixed.Replace("customer_id DESC, lower(note) NULLS FIRST", "lower(note) NULLS FIRST, customer_id DESC", StringComparison.Ordinal), Mixed, "index orders_mixed_index"),
        new(Pattern.Replace(" COLLATE \"POSIX\"", "", StringComparison.Ordinal), Pattern, "index orders_pattern_index"),
        new(Pattern.Replace(" text_pattern_ops", "", StringComparison.Ordinal), Pattern, "index orders_pattern_index"),
        new(Pattern + " NULLS NOT DISTINCT", Pattern, "index orders_pattern_index") { Since = 15 },
        new("ALTER INDEX orders_note_index SET (fillfactor = 60)", "ALTER INDEX orders_note_index RESET (fillfactor)", "index orders_note_index"),
        new("ALTER INDEX orders_note_index RENAME TO renamed", "ALTER INDEX renamed RENAME TO orders_note_index", "index orders_note_index", "index renamed"),
        new("COMMENT ON INDEX orders_note_index IS 'x'", "COMMENT ON INDEX orders_note_index IS NULL", "index orders_note_index"),
        new("ALTER TABLE orders CLUSTER ON orders_note_index", "ALTER TABLE orders SET WITHOUT CLUSTER", "index orders_note_index"),
        new("UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'orders_note_index'::regclass", "UPDATE pg_index SET indisvalid = true WHERE indexrelid = 'orders_note_index'::regclass", "index orders_note_index"),
        new("DROP INDEX totals_index", "CREATE UNIQUE INDEX totals_index ON totals (customer_id)", "index totals_index"),
        new("DROP INDEX measures_value_index", "CREATE INDEX measures_value_index ON measures (value)", "index measures_value_index", "index measures_2024_value_idx"),
    ];

    private const string ForeignKey = "foreign key orders_customer of orders";

    private const string Plain = "DROP INDEX orders_note_index; CREATE INDEX orders_note_index ON orders (note)";

    private static string Unique(string options) => $"ALTER TABLE orders DROP CONSTRAINT orders_code, ADD CONSTRAINT orders_code UNIQUE (code){options}";
}
