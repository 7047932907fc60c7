using Cairn.Runtime.Migrations;
using Cairn.Scripting.Formats;
using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class SqlFormatTests : IDisposable
{
    private readonly ScriptFolder folder = new();
    private readonly List<string> run = [];

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("-- up\na; b;\n-- down\nc;")]
    [InlineData("\uFEFF-- UP\r\na; b;\r\n--Down  \r\nc")]
    [InlineData("/* header\n-- up\n */\n-- words\n\n-- migrate:up\na; b;\n-- not a section: -- down\n--migrate:down\nc")]
    [InlineData("-- down\nc;\n-- up\na;\nb")]
    public async Task Sections_go_up_and_down(string text)
    {
        var migration = await LoadAsync(text);
        await migration.Up(null!, default);
        Assert.Equal(["a", "b"], run.Select(sql => sql.Split('\n')[0]));
        run.Clear();
        await migration.Down!(null!, default);
        Assert.Equal(["c"], run);
        Assert.False(migration.IsChange);
    }

    [Fact]
    public async Task The_database_decides_how_a_body_is_split()
    {
        await (await LoadAsync("-- up\ndo $$ a; b $$;\n-- down\nx", Client.Postgres)).Up(null!, default);
        Assert.Single(run);
        run.Clear();
        await (await LoadAsync("-- up\ndo $$ a; b $$;\n-- down\nx", Client.Sqlite)).Up(null!, default);
        Assert.Equal(2, run.Count);
    }

    [Fact]
    public async Task Header_lines_are_options()
    {
        var migration = await LoadAsync("""
            -- cairn: timeout 10m
            -- cairn: lock-timeout: 2s
            -- cairn: client postgres, MySQL
            -- Cairn: tag big
            -- cairn: lossy orders.note: its end is cut
            -- up
            -- cairn: no-transaction
            a;
            -- down
            -- cairn: timeout 1h
            b;
            """);
        Assert.Equal((TimeSpan.FromMinutes(10), TimeSpan.FromHours(1)), (migration.UpOptions.Timeout, migration.DownOptions.Timeout));
        Assert.Equal((true, false), (migration.UpOptions.NoTransaction, migration.DownOptions.NoTransaction));
        Assert.Equal(TimeSpan.FromSeconds(2), migration.DownOptions.LockTimeout);
        Assert.Equal([Client.Postgres, Client.MySql], migration.DownOptions.Clients);
        Assert.Equal(["big"], migration.UpOptions.Tags);
        Assert.Equal("its end is cut", migration.DownOptions.Lossy["orders.note"]);
    }

    [Fact]
    public async Task What_cannot_be_reversed_says_why()
    {
        var migration = await LoadAsync("-- cairn: irreversible: the rows are gone\n-- up\na");
        Assert.Equal("the rows are gone", migration.Irreversible);
        Assert.Null(migration.Down);
    }

    [Fact]
    public async Task The_option_of_dbmate_is_understood() =>
        Assert.True((await LoadAsync("-- migrate:up transaction:false\na\n-- migrate:down\nb")).UpOptions.NoTransaction);

    [Theory]
    [InlineData("", ErrorCodes.SqlSectionInvalid, 1)]
    [InlineData("-- c\n\n-- down\nx", ErrorCodes.SqlSectionInvalid, 3)]
    [InlineData("-- c\n-- up\nx", ErrorCodes.SqlSectionInvalid, 2)]
    [InlineData("-- c\ncreate table x;\n-- up\n-- down", ErrorCodes.SqlSectionInvalid, 2)]
    [InlineData("-- up\na\n-- down\nb\n-- up\nc", ErrorCodes.SqlSectionInvalid, 5)]
    [InlineData("\n-- cairn: timeout soon\n-- up\n-- down", ErrorCodes.OptionInvalid, 2)]
    [InlineData("-- cairn: nonsense\n-- up\n-- down", ErrorCodes.OptionInvalid, 1)]
    [InlineData("-- cairn: client oracle\n-- up\n-- down", ErrorCodes.OptionInvalid, 1)]
    [InlineData("-- cairn: irreversible\n-- up\n", ErrorCodes.OptionInvalid, 1)]
    [InlineData("-- cairn: lossy orders.note\n-- up\n-- down", ErrorCodes.OptionInvalid, 1)]
    [InlineData("-- up\na;\n-- cairn: no-transaction\n-- down", ErrorCodes.OptionInvalid, 3)]
    [InlineData("-- migrate:up fast:true\n-- migrate:down", ErrorCodes.OptionInvalid, 1)]
    public async Task A_wrong_file_says_where(string text, string code, int line)
    {
        var result = await Format(Client.Sqlite).LoadAsync([folder.Write("20260301A-x.sql", text)], default);
        var error = Assert.Single(result.Errors);
        Assert.Equal((code, line, "migrations/20260301A-x.sql"), (error.Code, error.Line, error.File));
        Assert.NotEmpty(error.Fix!);
    }

    [Fact]
    public async Task A_failing_statement_is_found_at_its_line()
    {
        var migration = await LoadAsync("-- up\na;\n\n  fail\n;\n-- down\n\nfail");
        var up = await Assert.ThrowsAsync<InvalidOperationException>(() => migration.Up(null!, default));
        Assert.Equal(new ScriptPosition("migrations/20260301A-x.sql", 4), migration.Locate!(up));
        var down = await Assert.ThrowsAsync<InvalidOperationException>(() => migration.Down!(null!, default));
        Assert.Equal(8, migration.Locate!(new CairnException(ErrorCodes.StatementFailed, "x", down))!.Line);
        Assert.Null(migration.Locate!(new InvalidOperationException()));
    }

    [Fact]
    public async Task A_body_that_cannot_be_split_runs_nothing()
    {
        var migration = await LoadAsync("-- up\na;\nselect 'x;\n-- down\n");
        var error = await Assert.ThrowsAsync<CairnException>(() => migration.Up(null!, default));
        Assert.Equal(("migrations/20260301A-x.sql", 3), (error.File, error.Line));
        Assert.Empty(run);
    }

    [Fact]
    public async Task Bytes_that_are_no_text_are_an_error()
    {
        var file = folder.Write("20260301A-x.sql", "");
        await File.WriteAllBytesAsync(file.FilePath!, [.. "-- up\n"u8, 0xFF, 0x00]);
        foreach (var format in new IMigrationFormat[] { Format(Client.Sqlite), ScriptFolder.Csx() })
        {
            var error = Assert.Single((await format.LoadAsync([file], default)).Errors);
            Assert.Equal((ErrorCodes.FileUnreadable, 2), (error.Code, error.Line));
            var missing = Assert.Single((await format.LoadAsync([folder.Describe("20260301B-y.sql")], default)).Errors);
            Assert.Equal(ErrorCodes.FileUnreadable, missing.Code);
        }
    }

    private SqlFormat Format(Client client) => new(_ => client)
    {
        Run = (_, sql) =>
        {
            run.Add(sql);
            return sql == "fail" ? throw new InvalidOperationException(sql) : Task.CompletedTask;
        },
    };

    private async Task<LoadedMigration> LoadAsync(string text, Client client = Client.Sqlite)
    {
        var result = await Format(client).LoadAsync([folder.Write("20260301A-x.sql", text)], default);
        Assert.Empty(result.Errors.Select(error => error.Message));
        return Assert.Single(result.Migrations);
    }
}
