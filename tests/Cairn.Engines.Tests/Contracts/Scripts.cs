using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Small migrations that several contracts use.</summary>
internal static class Scripts
{
    public const string Name = "20260301A-create-things.csx";

    /// <summary>A table with one row.</summary>
    public const string Good =
        """
        async Task Up(Db db)
        {
            await db.Schema.CreateTable("things", table =>
            {
                table.Increments("id");
                table.String("name", 50).NotNull();
            });
            await db.Query("things").InsertAsync(new { name = "one" });
        }

        async Task Down(Db db) => await db.Schema.DropTable("things");
        """;

    /// <summary>A statement of a migration that fails later: of the schema, where that can be rolled back, and of rows elsewhere.</summary>
    public static string Half(string engine) => EngineNames.IsTransactional(engine)
        ? "await db.Schema.CreateTable(\"half\", table => table.Increments(\"id\"));"
        : "await db.Query(\"things\").InsertAsync(new { name = \"half\" });";

    /// <summary>A statement that takes minutes on any machine: longer than any test waits.</summary>
    public static string Endless(string engine) => engine switch
    {
        EngineNames.Sqlite =>
            "with recursive n(i) as (select 1 union all select i + 1 from n where i < 100000000000) insert into things (name) select 'x' from n where i < 0",
        EngineNames.Postgres => "select pg_sleep(600)",

        // The servers do not agree on whether an interrupted SLEEP is an error; one inside a change of rows is.
        _ => "update things set name = concat(name, sleep(600))",
    };

    /// <summary>A migration that creates and drops a table.</summary>
    public static string Table(string table) =>
        $$"""
        async Task Up(Db db) => await db.Schema.CreateTable("{{table}}", table => table.Increments("id"));
        async Task Down(Db db) => await db.Schema.DropTable("{{table}}");
        """;

    /// <summary>A migration with this body of Up, and a Down that does nothing.</summary>
    public static string Up(string body) =>
        $$"""
        async Task Up(Db db)
        {
        {{body}}
        }

        void Down(Db db)
        {
        }
        """;
}
