using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>No room left: said as such, with the state; the database stays whole; and the next run, with room, ends well.</summary>
public sealed class DiskFullTests(EngineServers servers)
{
    private const string Big = "20260302A-big.csx";

    /// <summary>Three megabytes in rows that no compression makes small.</summary>
    private const string Rows =
        """
        var random = new Random(7);
        for (var row = 0; row < 48; row++)
        {
            var bytes = new byte[48 * 1024];
            random.NextBytes(bytes);
            await db.Query("big").InsertAsync(new { text = Convert.ToBase64String(bytes) });
        }
        """;

    private static readonly string[] NoRoom = ["CAIRN3015", "Make room"];

    [Theory, InlineData("delete"), InlineData("wal")]
    public async Task Sqlite_where_the_rows_do_not_fit(string journalMode)
    {
        await using var disk = await TinyDisk.MountAsync();
        await using var project = On(disk);
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync($"pragma journal_mode = {journalMode}");
        project.Write(Big, Scripts.Up($"await db.Schema.CreateTable(\"big\", table => table.Text(\"text\"));\n{Rows}"));
        await project.RefuseAsync(1, [.. NoRoom, "20260302A was rolled back"], "migrate:latest");
        Assert.Equal("ok", await project.Database.ScalarAsync("pragma integrity_check"));
        await disk.GrowAsync();
        await project.DoAsync("migrate:latest");
        Assert.Equal(48, await project.CountAsync("big"));
    }

    /// <summary>Not even the lock file, and no rollback journal.</summary>
    [Fact]
    public async Task Sqlite_where_nothing_fits_any_more()
    {
        await using var disk = await TinyDisk.MountAsync();
        await using var project = On(disk);
        await project.DoAsync("migrate:latest");
        project.Write(Big, Scripts.Table("big"));
        disk.Fill();
        await project.RefuseAsync(1, [.. NoRoom, "-cairn-lock", "Nothing was run"], "migrate:latest");
        await project.DoAsync("migrate:list");
        await disk.GrowAsync();
        await project.DoAsync("migrate:latest");
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    /// <summary>The change fits, its record does not: the log keeps the whole text of a script.</summary>
    [Fact]
    public async Task Sqlite_where_only_the_record_does_not_fit()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.Sqlite);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        var text = Scripts.Up("await db.Query(\"things\").InsertAsync(new { name = \"two\" });\nawait db.Sql(\"pragma max_page_count = 1\");") + $"\n/* {new string('x', 200_000)} */\n";
        project.Write(Big, text);
        await project.RefuseAsync(1, [.. NoRoom, "20260302A was rolled back"], "migrate:latest");
        Assert.Equal("ok", await project.Database.ScalarAsync("pragma integrity_check"));
        project.Write(Big, text.Replace("pragma max_page_count = 1", "select 1", StringComparison.Ordinal));
        await project.DoAsync("migrate:latest");
        Assert.Equal(2, await project.CountAsync("things"));
    }

    /// <summary>Outside a transaction the journal has to be written as well.</summary>
    [Fact]
    public async Task Sqlite_where_the_journal_does_not_fit()
    {
        await using var disk = await TinyDisk.MountAsync();
        await using var project = On(disk);
        await project.DoAsync("migrate:latest");
        project.Write(Big, "[NoTransaction]\n" + Scripts.Up(
            """
                await db.Schema.CreateTable("first", table => table.Increments("id"));
                db.Log("filling");
                while (!System.IO.File.Exists("go"))
                {
                    await Task.Delay(20);
                }

                await db.Schema.CreateTable("second", table => table.Increments("id"));
                await db.Query("second").InsertAsync(new { id = 7 });
            """));
        await using var run = CairnTool.Start(project.Workspace.Call("migrate:latest"));
        await run.SeenAsync("filling");
        disk.Fill();
        await File.WriteAllTextAsync(Path.Combine(project.Workspace.Folder, "go"), "");
        var failed = await run.EndAsync(TimeSpan.FromSeconds(60));
        failed.ShouldExit(1).ShouldBeAClearError().ShouldComplainOf([.. NoRoom, "1. create table first: done", "goes on where it stopped"]);
        Assert.Equal("ok", await project.Database.ScalarAsync("pragma integrity_check"));
        Assert.Equal(["20260301A"], await project.VersionsAsync());
        await disk.GrowAsync();
        await project.DoAsync("migrate:latest");
        Assert.Equal(["first", "second", "things"], await project.TablesAsync());
        Assert.Equal("7", await project.Database.ScalarAsync("select id from second"));
    }

    [Fact]
    public async Task Postgres_where_a_tablespace_is_full()
    {
        await using var disk = await TinyDisk.MountAsync();
        await using var project = await Project.NewAsync(servers, EngineNames.Postgres);
        var space = "tiny_" + Guid.NewGuid().ToString("N");
        await project.Database.ExecuteAsync($"create tablespace {space} location '{await disk.FolderOfServerAsync()}'");
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Big, Scripts.Up($"await db.Sql(\"create table big (text text) tablespace {space}\");\n{Rows}"));
        await project.RefuseAsync(1, [.. NoRoom, "20260302A was rolled back"], "migrate:latest");
        await disk.GrowAsync();
        await project.DoAsync("migrate:latest");
        Assert.Equal(48, await project.CountAsync("big"));
        await project.Database.ExecuteAsync("drop table big");
        await project.Database.ExecuteAsync($"drop tablespace {space}");
    }

    /// <summary>Rows that do not fit are tried on a table in memory: InnoDB's server may not survive a full disk, which is not Cairn's to mend.</summary>
    [Fact]
    public async Task MariaDb_where_a_table_is_full()
    {
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Big, Scripts.Up(
            """
                await db.Sql("set session max_heap_table_size = 16384");
                await db.Sql("create table big (text varchar(250)) engine=memory");
                for (var row = 0; row < 100; row++)
                {
                    await db.Query("big").InsertAsync(new { text = new string('x', 250) });
                }
            """));
        var failed = (await project.RunAsync("migrate:latest")).ShouldExit(1).ShouldBeAClearError();
        failed.ShouldComplainOf([.. NoRoom, "'big' is full", "20260302A is half run", "1. create table big", ": done"]);
        await project.Database.ExecuteAsync("set session max_heap_table_size = 1048576; alter table big engine=memory");
        await project.DoAsync("migrate:latest");
        Assert.Equal(100, await project.CountAsync("big"));
        Assert.Equal(["20260301A", "20260302A"], await project.VersionsAsync());
    }

    [Fact]
    public async Task MariaDb_where_a_new_table_does_not_fit()
    {
        await using var disk = await TinyDisk.MountAsync();
        await using var project = await Project.NewAsync(servers, EngineNames.MariaDb);
        project.Write(Scripts.Name, Scripts.Good);
        await project.DoAsync("migrate:latest");
        project.Write(Big, Scripts.Up($"await db.Sql(\"create table big (id int primary key) engine=InnoDB data directory='{await disk.FolderOfServerAsync()}'\");"));
        disk.Fill();
        var failed = await project.RefuseAsync(1, [.. NoRoom, "20260302A is half run", "1. create table big"], "migrate:latest");
        failed.ShouldComplainOf("not done, the database refused it");
        await disk.GrowAsync();
        await project.DoAsync("migrate:latest");
        await project.Database.ExecuteAsync("drop table big");
    }

    private static Project On(TinyDisk disk)
    {
        var database = new SqliteDatabase(Path.Combine(disk.Folder, "test.db"));
        return new Project(database, Workspace.For(database)).Write(Scripts.Name, Scripts.Good);
    }
}
