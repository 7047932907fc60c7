using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Names with quotes, spaces, other alphabets, and reserved words go through unharmed.</summary>
public sealed class OddNameTests(EngineServers servers)
{
    public static MatrixTheoryData<string, string> Names => new(
        EngineNames.Supported.Select(row => row.Data),
        ["order", "select", "two words", "it's", "say \"hi\"", "back`tick", "Größe", "таблица", "表", "semi;colon", "--dashes", "UPPER", "per%cent", "brack]et", "br{ace}", "dot.ted", "a\\b"]);

    [Theory, MemberData(nameof(Names))]
    public async Task Tables_columns_rows_and_indexes_of_any_name(string engine, string name)
    {
        await using var project = await Project.NewAsync(servers, engine);
        var literal = "\"" + name.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal) + "\"";
        project.Write("20260301A-odd.csx",
            $$"""
            const string Odd = {{literal}};

            async Task Up(Db db)
            {
                await db.Schema.CreateTable("plain", table =>
                {
                    table.Increments("id");
                    table.String(Odd, 50).NotNull().Default(Odd);
                    table.Integer("n").Nullable();
                    table.Unique(Odd);
                });
                await db.Sql("insert into plain (n) values (1)");
                await db.Schema.AlterTable("plain", table => table.String(Odd, 80).Alter());
                await db.Schema.AlterTable("plain", table => table.DropColumn("n"));
            }

            async Task Down(Db db) => await db.Schema.DropTable("plain");
            """);
        await project.DoAsync("migrate:latest");
        var database = project.Database;
        Assert.Equal(name, await database.ScalarAsync($"select {database.Quote(name)} from plain"));
        await project.DoAsync("migrate:down");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Tables_of_any_name(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("20260301A-odd.csx",
            """
            static readonly string[] Odd = { "order", "two words", "it's", "say \"hi\"", "Größe", "表" };

            async Task Up(Db db)
            {
                foreach (var name in Odd)
                {
                    await db.Schema.CreateTable(name, table => { table.Increments("id"); table.Integer("group").Nullable().Index(); });
                    await db.Schema.AlterTable(name, table => table.BigInteger("group").Alter());
                }
            }

            async Task Down(Db db)
            {
                foreach (var name in Odd)
                {
                    await db.Schema.DropTable(name);
                }
            }
            """);
        await project.DoAsync("migrate:latest");
        Assert.Equal(
            ((string[])["Größe", "it's", "order", "say \"hi\"", "two words", "表"]).Order(StringComparer.Ordinal),
            (await project.TablesAsync()).Order(StringComparer.Ordinal));
        await project.DoAsync("migrate:down");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_file_name_and_a_folder_in_other_alphabets(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("20260301A-größe ändern 'und' mehr.csx", Scripts.Table("one"));
        var folder = Path.Combine(project.Workspace.Folder, "Er weiterungen ä");
        Directory.Move(Path.Combine(project.Workspace.Folder, "extensions"), folder);
        await project.DoAsync("migrate:latest", "--extensions", folder);
        Assert.Equal(["one"], await project.TablesAsync());
    }
}
