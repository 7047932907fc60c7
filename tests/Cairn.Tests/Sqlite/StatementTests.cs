using Cairn.Schema.Operations;
using Xunit;

namespace Cairn.Tests.Sqlite;

/// <summary>The exact text of a handful of operations, and that each runs.</summary>
public class StatementTests
{
    [Fact]
    public async Task A_table_with_all_kinds_of_columns()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE users(id INTEGER PRIMARY KEY)");
        ColumnDefinition Column(string name, ColumnKind kind) => new(name, new ColumnType(kind));
        await database.RunAsync(new CreateTable(new TableDefinition(new("order `s`"))
        {
            Columns =
            [
                Column("id", ColumnKind.BigInteger) with { Identity = IdentityKind.ByDefault, Nullable = false },
                Column("total", ColumnKind.Decimal) with { Type = new(ColumnKind.Decimal) { Precision = 10, Scale = 2 }, Default = new ColumnDefault.Value(1.50m) },
                Column("qty", ColumnKind.Integer) with { Type = new(ColumnKind.Integer) { Unsigned = true }, Nullable = false },
                Column("paid", ColumnKind.Boolean) with { Default = new ColumnDefault.Value(true) },
                Column("key", ColumnKind.Uuid) with { Default = new ColumnDefault.Value(new Guid("3F2504E0-4F89-11D3-9A0C-0305E82C3301")) },
                Column("data", ColumnKind.Json) with { Default = new ColumnDefault.Value("{}") },
                Column("state", ColumnKind.Enum) with { Type = new(ColumnKind.Enum) { Values = ["new", "it's"] } },
                Column("name", ColumnKind.String) with { Collation = "NOCASE", Comment = "kept in the script" },
                Column("at", ColumnKind.Timestamp) with { Default = new ColumnDefault.Now() },
                Column("day", ColumnKind.Date) with { Default = new ColumnDefault.Now() },
                Column("raw", ColumnKind.Binary) with { Default = new ColumnDefault.Value(new byte[] { 1, 255 }) },
                Column("span", ColumnKind.Interval),
                Column("low", ColumnKind.Text) with { Generated = new("lower(name)", Stored: true) },
                Column("owner", ColumnKind.Integer),
            ],
            PrimaryKey = new("orders_pkey", ["id"]),
            Uniques = [new("orders_u", ["name", "day"])],
            Checks = [new("orders_c", new CheckRule.Between("total", 0, 99.5))],
            ForeignKeys = [new("orders_f", ["owner"], new("users"), ["id"]) { OnDelete = ForeignKeyAction.Cascade, Deferrable = true, InitiallyDeferred = true }],
            Indexes = [new("orders_i", [new("total", Descending: true), new("lower(name)", true)]) { IsUnique = true, Where = "paid = 1" }],
            Options = new() { Comment = "kept in the script" },
        }));
        Assert.Equal(
            """
            CREATE TABLE `order ``s``` (
              `id` integer NOT NULL CONSTRAINT `orders_pkey` PRIMARY KEY AUTOINCREMENT,
              `total` decimal(10, 2) DEFAULT 1.5,
              `qty` integer NOT NULL CONSTRAINT `order ``s``_qty_check` CHECK (`qty` >= 0),
              `paid` boolean DEFAULT 1,
              `key` char(36) DEFAULT '3f2504e0-4f89-11d3-9a0c-0305e82c3301' COLLATE `NOCASE`,
              `data` text DEFAULT '{}' CONSTRAINT `order ``s``_data_check` CHECK (`data` IS NULL OR json_valid(`data`)),
              `state` text CONSTRAINT `order ``s``_state_check` CHECK (`state` IN ('new', 'it''s')),
              `name` varchar(255) COLLATE `NOCASE`,
              `at` timestamp DEFAULT CURRENT_TIMESTAMP,
              `day` date DEFAULT CURRENT_DATE,
              `raw` blob DEFAULT X'01FF',
              `span` text,
              `low` text GENERATED ALWAYS AS (lower(name)) STORED,
              `owner` integer,
              CONSTRAINT `orders_u` UNIQUE (`name`, `day`),
              CONSTRAINT `orders_c` CHECK (`total` BETWEEN 0 AND 99.5),
              CONSTRAINT `orders_f` FOREIGN KEY (`owner`) REFERENCES `users` (`id`) ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED
            )
            """,
            database.Sent[0].Text);
        Assert.Equal("CREATE UNIQUE INDEX `orders_i` ON `order ``s``` (`total` DESC, lower(name)) WHERE paid = 1", database.Sent[1].Text);
        database.Execute("INSERT INTO `order ``s```(qty) VALUES (1)");
        Assert.Equal("1|1.5|1|{}", database.Scalar("SELECT id, total, paid, data FROM `order ``s``` WHERE key = '3F2504E0-4F89-11D3-9A0C-0305E82C3301'"));
    }

    [Fact]
    public async Task Native_changes_stay_native()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE users(id INTEGER PRIMARY KEY); CREATE TABLE t(a INT, b INT, c INT); CREATE INDEX i ON t(a)");
        await database.AlterAsync(
            "t",
            new AddColumn(new ColumnDefinition("owner", new ColumnType(ColumnKind.Integer))),
            new AddColumn(new ColumnDefinition("kind", new ColumnType(ColumnKind.Enum) { Values = ["x", "y"] }) { Nullable = false, Default = new ColumnDefault.Value("x") }),
            new AddForeignKey(new ForeignKeyDefinition("t_owner_foreign", ["owner"], new("users"), ["id"]) { OnDelete = ForeignKeyAction.Cascade }),
            new AddCheck(new CheckDefinition("t_owner_positive", new CheckRule.Compare("owner", ">", 0))),
            new RenameColumn("a", "z"),
            new RenameIndex("i", "j"),
            new DropColumn("b"),
            new AddUnique(new UniqueDefinition("t_c_unique", ["c"])),
            new DropIndex("nothing", IfExists: true),
            new SetTableOptions(new TableOptions { Comment = "kept in the script" }));
        Assert.Equal(
            [
                "ALTER TABLE `t` ADD COLUMN `owner` integer CONSTRAINT `t_owner_foreign` REFERENCES `users` (`id`) ON DELETE CASCADE CONSTRAINT `t_owner_positive` CHECK (`owner` > 0)",
                "ALTER TABLE `t` ADD COLUMN `kind` text NOT NULL DEFAULT 'x' CONSTRAINT `t_kind_check` CHECK (`kind` IN ('x', 'y'))",
                "ALTER TABLE `t` RENAME COLUMN `a` TO `z`",
                "DROP INDEX `i`",
                "CREATE INDEX `j` ON t(`z`)",
                "ALTER TABLE `t` DROP COLUMN `b`",
                "CREATE UNIQUE INDEX `t_c_unique` ON `t` (`c`)",
            ],
            database.Sent.Select(statement => statement.Text));
        Assert.False(database.SwitchedForeignKeysOff);
        Assert.Equal(["z", "c", "owner", "kind"], (await database.Catalogue.FindTableAsync(new("T"), default))!.Columns.Select(column => column.Name));
    }

    [Fact]
    public async Task A_rebuild()
    {
        using var database = await TestDatabase.OfAsync(
            """
            CREATE TABLE "t" (id INTEGER PRIMARY KEY AUTOINCREMENT, "a b" TEXT, up INT REFERENCES t);
            CREATE INDEX i ON t("a b"); CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END; CREATE TABLE c(t INT REFERENCES t(id))
            """);
        await database.AlterAsync("T", new SetNullability("A B", false), new SetDefault("a b", new ColumnDefault.Value("x")));
        Assert.Equal(
            [
                "SELECT * FROM `t` WHERE (`a b`) IS NULL LIMIT 10",
                "CREATE TABLE `_cairn_new_t` (id INTEGER PRIMARY KEY AUTOINCREMENT, \"a b\" TEXT NOT NULL DEFAULT 'x', up INT REFERENCES t)",
                "INSERT INTO `_cairn_new_t` (`id`, `a b`, `up`) SELECT `id`, `a b`, `up` FROM `t`",
                "DELETE FROM sqlite_sequence WHERE name = '_cairn_new_t'",
                "INSERT INTO sqlite_sequence (name, seq) SELECT '_cairn_new_t', seq FROM sqlite_sequence WHERE name = 't'",
                "DROP TABLE `t`",
                "PRAGMA legacy_alter_table = ON",
                "ALTER TABLE `_cairn_new_t` RENAME TO `t`",
                "PRAGMA legacy_alter_table = OFF",
                "CREATE TRIGGER g AFTER INSERT ON t BEGIN SELECT 1; END",
                "CREATE INDEX i ON t(\"a b\")",
                "PRAGMA foreign_key_check(`t`)",
                "PRAGMA foreign_key_check(`c`)",
            ],
            database.Sent.Select(statement => statement.Text));
        Assert.True(database.SwitchedForeignKeysOff);
    }

    [Fact]
    public async Task Views_and_triggers()
    {
        using var database = await TestDatabase.OfAsync("CREATE TABLE t(a INT, b INT)");
        await database.RunAsync(new CreateView(new("v"), "SELECT a, b FROM t;") { Columns = ["x", "y"] });
        await database.RunAsync(new CreateTrigger(new("tr"), new("v"), "INSTEAD OF INSERT", "INSERT INTO t VALUES (NEW.x, 1)") { When = "NEW.x > 0" });
        await database.RunAsync(new CreateView(new("v"), "SELECT a AS x FROM t") { OrReplace = true }, new RenameView(new("v"), "w"));
        database.Execute("INSERT INTO w VALUES (5), (0)");
        Assert.Equal(["5|1"], database.Rows("SELECT * FROM t"));
        await database.RunAsync(new DropTrigger(new("tr"), new("w")), new DropView(new("w")), new DropView(new("w"), IfExists: true), new DropTrigger(new("tr"), new("t"), IfExists: true));
        Assert.Equal(["t"], database.Rows("SELECT name FROM sqlite_master"));
    }

    [Fact]
    public async Task A_table_like_another()
    {
        using var database = await TestDatabase.OfAsync(RichTable.Script);
        await database.RunAsync(new CreateTableLike(new("Copy"), new("users")));
        Assert.Equal(
            ["CREATE UNIQUE INDEX `Copy_only_one` ON `Copy` (country, \"name\") WHERE score > 100", "CREATE INDEX `Copy_by_indexed` ON `Copy` (indexed)"],
            database.Rows("SELECT sql FROM sqlite_master WHERE name IN ('Copy_only_one', 'Copy_by_indexed')"));
        var (copy, users) = ((await database.Catalogue.FindTableAsync(new("copy"), default))!, (await database.Catalogue.FindTableAsync(new("users"), default))!);
        Assert.Equal(users.Columns, copy.Columns);
        Assert.Equal(users.PrimaryKey!.Columns, copy.PrimaryKey!.Columns);
        Assert.Equal(["Copy_email_unique", "both"], copy.Uniques.Select(unique => unique.Name));
        Assert.Equal((2, 0, 4), (copy.Checks.Count, copy.ForeignKeys.Count, copy.Indexes.Count));
        database.Execute("INSERT INTO Copy(name) VALUES ('x')");
    }
}
