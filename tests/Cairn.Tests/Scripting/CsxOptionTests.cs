using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class CsxOptionTests : IDisposable
{
    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Options_of_functions_are_per_direction()
    {
        var migration = await folder.LoadOneAsync("""
            [NoTransaction, Timeout("10m"), LockTimeout("2s")]
            [Client(Client.Postgres, Client.MariaDb), Tag("big"), Tag("slow")]
            void Up(Db db) { }

            [Lossy("orders.note", "only its first word is kept"), Timeout("1h")]
            void Down(Db db) { }
            """);
        Assert.True(migration.UpOptions.NoTransaction);
        Assert.False(migration.DownOptions.NoTransaction);
        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)), (migration.UpOptions.Timeout, migration.DownOptions.Timeout));
        Assert.Equal((TimeSpan.FromSeconds(2), null), (migration.UpOptions.LockTimeout, migration.DownOptions.LockTimeout));
        Assert.Equal("only its first word is kept", migration.DownOptions.Lossy["orders.note"]);
        Assert.Empty(migration.UpOptions.Lossy);
        Assert.Equal([Client.Postgres, Client.MariaDb], migration.UpOptions.Clients);
        Assert.Equal(["big", "slow"], migration.UpOptions.Tags);
        Assert.Null(migration.Irreversible);
    }

    [Fact]
    public async Task A_migration_for_some_databases_goes_down_on_those_only()
    {
        var migration = await folder.LoadOneAsync("[Client(Client.Postgres)] void Up(Db db) { }\n[Tag(\"t\")] void Down(Db db) { }");
        Assert.Equal([Client.Postgres], migration.DownOptions.Clients);
        Assert.Equal(["t"], migration.UpOptions.Tags);
    }

    [Fact]
    public async Task Options_of_a_class_count_for_both_directions_and_the_nearer_wins()
    {
        var migration = await folder.LoadOneAsync("""
            [Timeout("1m"), Irreversible("the rows are gone")]
            class X : Migration
            {
                [Timeout("2m"), NoTransaction]
                public override void Up() { }
            }
            """);
        Assert.Equal((TimeSpan.FromMinutes(2), TimeSpan.FromMinutes(1)), (migration.UpOptions.Timeout, migration.DownOptions.Timeout));
        Assert.True(migration.UpOptions.NoTransaction);
        Assert.Equal("the rows are gone", migration.Irreversible);
        Assert.Null(migration.Down);
    }

    [Fact]
    public async Task Options_of_Change_count_for_both_directions()
    {
        var migration = await folder.LoadOneAsync("[NoTransaction] void Change(Db db) { }");
        Assert.True(migration.UpOptions.NoTransaction && migration.DownOptions.NoTransaction);
    }

    [Fact]
    public async Task What_cannot_be_reversed_says_why()
    {
        var migration = await folder.LoadOneAsync("[Irreversible(\"gone is gone\")]\nvoid Up(Db db) => SEEN(1);");
        Assert.Equal("gone is gone", migration.Irreversible);
        Assert.Null(migration.Down);
        var both = await folder.LoadOneAsync("[Irreversible(\"half\")]\nvoid Up(Db db) { }\nvoid Down(Db db) { }");
        Assert.NotNull(both.Down);
    }

    [Fact]
    public async Task Text_without_a_file_is_a_script_too()
    {
        var descriptor = folder.Describe("20260301A-x.csx") with
        {
            FilePath = null,
            Path = "built-in:20260301A",
            EmbeddedText = () => "\uFEFFvoid Up(Db db) => throw new Exception();\nvoid Down(Db db) { }",
        };
        var migration = Assert.Single((await ScriptFolder.LoadAsync(descriptor)).Migrations);
        var thrown = await Assert.ThrowsAsync<Exception>(() => migration.Up(null!, default));
        Assert.Equal(("built-in:20260301A", 1), (migration.Locate!(thrown)!.File, migration.Locate!(thrown)!.Line));
    }
}
