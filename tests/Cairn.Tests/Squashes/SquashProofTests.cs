using Cairn.Runtime.Data;
using Cairn.Runtime.Drills;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Runtime.Squashes;
using Cairn.Schema.Operations;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Scripting.Templates;
using Xunit;

namespace Cairn.Tests.Squashes;

/// <summary>A text that does not make the same is found out, whatever it lacks.</summary>
public sealed class SquashProofTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-squash-").FullName;

    public SquashProofTests()
    {
        Directory.CreateDirectory(Path.Combine(folder, "m"));
        Write("20260301A-one.sql", "-- up\ncreate table one (id integer primary key autoincrement, name text default 'x');\ninsert into one (name) values ('a'), ('b'), ('c');\ndelete from one where id = 3;\n-- down\ndrop table one;\n");
        Write("20260302A-two.sql", "-- up\ncreate index one_name on one (name);\ncreate view names as select name from one;\n-- down\ndrop view names;\ndrop index one_name;\n");
    }

    private MigratorOptions Options => new()
    {
        Target = new DatabaseTarget(Client.Sqlite, new Secret($"Data Source={Path.Combine(folder, "x.db")};Pooling=False"), "x.db", "x.db"),
        Sources = [new FolderSource(Path.Combine(folder, "m"), "m")],
        Formats = [new CsxFormat(new ScriptCompiler(CompileCache.None)), new SqlFormat()],
        Naming = MigrationNamings.Default,
    };

    [Fact]
    public async Task What_is_written_makes_the_same_and_lacks_nothing()
    {
        var whole = await PrepareAsync(draft => draft);
        Assert.True(whole.IsProven, string.Join('\n', whole.Differences));
        Assert.Null(whole.WhyNoWayBack);
        Assert.Equal(("one", 2L), (whole.Tables[0].Table, whole.Tables[0].Before));
        for (var index = 0; index < Operations; index++)
        {
            var lacking = index;
            try
            {
                var report = await PrepareAsync(draft => draft with { Up = [.. draft.Up.Where((operation, place) => place != lacking || operation is RawSql { Sql: var sql } && sql.StartsWith("PRAGMA", StringComparison.Ordinal))] });
                Assert.True(report.IsProven == (index == Pragma), $"without operation {index}: {string.Join("; ", report.Differences)}");
            }
            catch (CairnException error)
            {
                // Without its table the rest does not even run.
                Assert.Equal(ErrorCodes.SquashNotProven, error.Code);
            }
        }
    }

    [Fact]
    public async Task Other_values_and_other_structure_are_named()
    {
        var report = await PrepareAsync(draft => draft with { Up = [.. draft.Up, new RawSql("update one set name = 'z' where id = 1"), new RawSql("create table more (id integer)")] });
        Assert.False(report.IsProven);
        Assert.Contains(report.Differences, line => line.Contains("rows of one", StringComparison.Ordinal));
        Assert.Contains(report.Differences, line => line.Contains("table more", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_way_back_that_leaves_something_is_not_promised()
    {
        var report = await PrepareAsync(draft => draft.Down is null ? draft : draft with { Down = [.. draft.Down.Skip(1)] });
        Assert.True(report.IsProven);
        Assert.Contains("names", report.WhyNoWayBack, StringComparison.Ordinal);
        Assert.Contains("[Irreversible(", report.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Task Down", report.Text, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private int Operations { get; set; }

    private int Pragma { get; set; }

    private async Task<SquashReport> PrepareAsync(Func<SquashDraft, SquashDraft> change)
    {
        var token = TestContext.Current.CancellationToken;
        await new Migrator(Options).LatestAsync(new LatestRequest(), token);
        return await new Squasher(Options, Render).PrepareAsync(new SquashRequest("20260302A"), new SilentDrillObserver(), token);

        string Render(SquashDraft draft)
        {
            Operations = Math.Max(Operations, draft.Up.Count);
            Pragma = draft.Up.ToList().FindIndex(operation => operation is RawSql { Sql: var sql } && sql.StartsWith("PRAGMA", StringComparison.Ordinal));
            return SquashTemplate.Render(change(draft));
        }
    }

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(folder, "m", name), text);
}
