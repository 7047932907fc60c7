using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>What goes in by <c>db.BulkInsert</c> comes out as it went in, as it does by single inserts.</summary>
public sealed class BulkInsertTests(EngineServers servers)
{
    private const string Script =
        """
        using System.Text.Json.Nodes;

        async Task Up(Db db)
        {
            foreach (var name in new[] { "by_load", "by_insert" })
            {
                await db.Schema.CreateTable(name, table =>
                {
                    table.Integer("id").NotNull().Primary();
                    table.Text("words").Nullable();
                    table.Json("doc").Nullable();
                    table.Jsonb("docb").Nullable();
                    table.Uuid("uid").Nullable();
                    table.Date("day").Nullable();
                    table.DateTime("at").Nullable();
                    table.DateTime("exact", 3).Nullable();
                    table.Timestamp("moment").Nullable();
                    table.Binary("bytes").Nullable();
                    table.Boolean("flag").Nullable();
                    table.Decimal("price", 12, 4).Nullable();
                    table.Double("ratio").Nullable();
                    table.BigInteger("big").Nullable();
                });
            }

            var words = new[] { "plain", "tab\tnew\nline\\back", "\\N", "\\.", "'\"`;--", "Grüße 表 😀", "", "\r\n", null };
            var rows = words.Select((text, i) => new
            {
                id = i,
                words = text,
                doc = text == null ? null : JsonNode.Parse(db.Json.Write(new { text })),
                docb = text == null ? null : db.Json.Write(new[] { text }),
                uid = text == null ? (Guid?)null : Guid.Parse("3f2504e0-4f89-11d3-9a0c-0305e82c330" + i % 10),
                day = text == null ? (DateTime?)null : new DateTime(2024, 2, 29),
                at = text == null ? (DateTime?)null : new DateTime(2024, 2, 29, 13, 14, 15, 160),
                exact = text == null ? (DateTime?)null : new DateTime(2024, 2, 29, 13, 14, 15, 160),
                moment = text == null ? (DateTime?)null : new DateTime(2024, 2, 29, 13, 14, 15, DateTimeKind.Utc),
                bytes = text == null ? null : new byte[] { 0, 9, 10, 13, 92, 255 },
                flag = text == null ? (bool?)null : i % 2 == 0,
                price = text == null ? (decimal?)null : 12345678.1234m,
                ratio = text == null ? (double?)null : 0.1 + i,
                big = text == null ? (long?)null : long.MaxValue - i,
            }).ToList();
            db.Log($"loaded {await db.BulkInsert("by_load", rows)}");
            foreach (var row in rows)
            {
                await db.BulkInsert("by_insert", new[] { row });
            }
        }

        async Task Down(Db db)
        {
            await db.Schema.DropTable("by_load");
            await db.Schema.DropTable("by_insert");
        }
        """;

    private const string Columns = "id, words, doc, docb, uid, day, at, exact, moment, bytes, flag, price, ratio, big";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Every_type_of_value_and_every_odd_character(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        (await project.Write("20260301A-load.csx", Script).DoAsync("migrate:latest")).ShouldComplainOf("loaded 9");
        var database = project.Database;
        var loaded = await database.RowsAsync($"select {Columns} from by_load order by id");
        Assert.Equal(await database.RowsAsync($"select {Columns} from by_insert order by id"), loaded);

        string[] words = ["plain", "tab\tnew\nline\\back", "\\N", "\\.", "'\"`;--", "Grüße 表 😀", "", "\r\n", "∅"];
        Assert.Equal(words, await database.RowsAsync("select words from by_load order by id"));
        var times = engine == EngineNames.Sqlite ? "substr(day, 1, 10), rtrim(at, '0'), rtrim(exact, '0')" : "cast(day as char(10)), at, exact";

        // A type without a number of digits keeps whole seconds on MySQL and MariaDB: docs/databases.md.
        var at = EngineNames.NeedsDriver(engine) ? "2024-02-29 13:14:15" : "2024-02-29 13:14:15.16";
        Assert.Equal(
            [$"2024-02-29 | {at} | 2024-02-29 13:14:15.16 | 00090A0D5CFF | 1 | 12345678.1234 | 0.1 | 9223372036854775807"],
            await database.RowsAsync($"select {times}, bytes, flag, price, ratio, big from by_load where id = 0"));
        Assert.Equal(
            "3f2504e0-4f89-11d3-9a0c-0305e82c3301",
            (await database.ScalarAsync("select cast(uid as char(36)) from by_load where id = 1")).ToLowerInvariant());
        Assert.Equal(
            "tab\tnew\nline\\back",
            await database.ScalarAsync(engine switch
            {
                EngineNames.Sqlite => "select json_extract(doc, '$.text') from by_load where id = 1",
                EngineNames.Postgres => "select doc ->> 'text' from by_load where id = 1",
                _ => "select json_unquote(json_extract(doc, '$.text')) from by_load where id = 1",
            }));
        Assert.Equal("1", await database.ScalarAsync($"select count(*) from by_load where {string.Join(" and ", Columns.Split(", ").Skip(1).Select(column => column + " is null"))}"));
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Many_rows_a_refused_one_and_uneven_ones(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        project.Write("20260302A-many.csx", Scripts.Up("    await db.BulkInsert(\"things\", Enumerable.Range(0, 50000).Select(i => new { name = $\"n{i}\" }));"));
        await project.DoAsync("migrate:latest");
        Assert.Equal(50001, await project.CountAsync("things"));

        project.Write("20260303A-bad.csx", Scripts.Up("    await db.BulkInsert(\"things\", new[] { new { name = \"good\" }, new { name = (string)null } });"));
        await project.RefuseAsync(1, ["CAIRN3001", "20260303A-bad.csx"], "migrate:latest");
        project.Write("20260303A-bad.csx", Scripts.Up("    await db.BulkInsert(\"things\", new[] { new Dictionary<string, object> { [\"name\"] = \"a\" }, new Dictionary<string, object> { [\"nom\"] = \"b\" } });"));
        await project.RefuseAsync(1, ["CAIRN3013", "nom"], "migrate:latest");
    }
}
