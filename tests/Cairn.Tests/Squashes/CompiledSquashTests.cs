using Cairn.Runtime.Data;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Xunit;

namespace Cairn.Tests.Squashes;

/// <summary>A host may squash its own migrations by hand: one class, with a version of its own.</summary>
public sealed class CompiledSquashTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-squash-").FullName;

    [Fact]
    public async Task It_is_recorded_where_the_old_ones_are_and_runs_where_they_are_not()
    {
        await LatestAsync("old.db", typeof(M20250101A_One), typeof(M20250102A_Two));
        var recorded = await LatestAsync("old.db", typeof(M20250103A_Both));
        Assert.Equal(("20250103A", OutcomeState.Marked), Single(recorded));
        Assert.Empty((await LatestAsync("old.db", typeof(M20250103A_Both))).Migrations);
        Assert.Equal(("20250103A", OutcomeState.Applied), Single(await LatestAsync("fresh.db", typeof(M20250103A_Both))));

        await LatestAsync("half.db", typeof(M20250101A_One));
        var error = await Assert.ThrowsAsync<CairnException>(() => LatestAsync("half.db", typeof(M20250103A_Both)));
        Assert.Equal(ErrorCodes.SquashHalfApplied, error.Code);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static (string, OutcomeState) Single(RunReport report)
    {
        var migration = Assert.Single(report.Migrations, migration => migration.Source == MigrationSourceKind.Host);
        return (migration.Version, migration.State);
    }

    private async Task<RunReport> LatestAsync(string file, params Type[] migrations) => (await new Migrator(new MigratorOptions
    {
        Target = new DatabaseTarget(Client.Sqlite, new Secret($"Data Source={Path.Combine(folder, file)};Pooling=False"), file, file),
        Sources = [new AssemblySource(migrations)],
        Naming = MigrationNamings.Default,
        Missing = CheckPolicy.Refuse,
    }).LatestAsync(new LatestRequest(), TestContext.Current.CancellationToken)).ThrowIfFailed();

    private sealed class M20250101A_One : Migration
    {
        public override void Up() => AddSql("create table one (id integer)");

        public override void Down() => AddSql("drop table one");
    }

    private sealed class M20250102A_Two : Migration
    {
        public override void Up() => AddSql("create table two (id integer)");

        public override void Down() => AddSql("drop table two");
    }

    [Replaces("20250101A", "20250102A")]
    private sealed class M20250103A_Both : Migration
    {
        public override void Up() => AddSql("create table both as select 1 as id");

        public override void Down() => AddSql("drop table both");
    }
}
