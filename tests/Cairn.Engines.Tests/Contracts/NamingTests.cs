using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Each naming, from the file's name to the record and back.</summary>
public sealed class NamingTests(EngineServers servers)
{
    public static MatrixTheoryData<string, Named> Namings => new(
        EngineNames.Supported.Select(row => row.Data),
        [
            new("directus", "20201028A-first.csx", "20201028B-second.csx", "20201028A", "20201028B"),
            new("knex", "20151009115505_first.csx", "20151009115506_second.csx", "20151009115505", "20151009115506"),
            new("strapi", "2022.05.10T00.00.00.first.csx", "2022.05.10T00.00.01.second.csx", "2022.05.10T00.00.00", "2022.05.10T00.00.01"),
            new("medusa", "Migration20240429.csx", "Migration20240430.csx", "20240429", "20240430"),
        ]);

    [Theory, MemberData(nameof(Namings))]
    public async Task Up_down_and_a_list(string engine, Named named)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(named.First, Migration(named, "first")).Write(named.Second, Migration(named, "second"));
        string[] naming = ["--naming", named.Naming];
        await project.DoAsync(["migrate:latest", .. naming]);
        Assert.Equal([named.FirstVersion, named.SecondVersion], await project.VersionsAsync());
        Assert.Equal(["first", "second"], await project.TablesAsync());
        await project.DoAsync(["migrate:validate", "--check-pending", .. naming]);
        // Cairn's own have the highest version of all: it is the custom one that goes down.
        await project.DoAsync(["migrate:down", .. naming]);
        Assert.Equal(["first"], await project.TablesAsync());
        await project.DoAsync(["migrate:up", named.SecondVersion, .. naming]);
        await project.DoAsync(["migrate:rollback", "--all", "--yes", .. naming]);
        Assert.Empty(await project.VersionsAsync());

        project.Write("stranger.csx", Scripts.Good);
        await project.RefuseAsync(2, ["CAIRN1001", "stranger.csx"], ["migrate:latest", .. naming]);
    }

    private static string Migration(Named named, string table) => named.Naming != "medusa"
        ? Scripts.Table(table)
        : $$"""
        public class Migration_{{table}} : Migration
        {
            public override void Up() => AddSql("create table {{table}} (id integer primary key)");

            public override void Down() => AddSql("drop table {{table}}");
        }
        """;
}

/// <summary>Two files under one naming, and their versions.</summary>
public sealed record Named(string Naming, string First, string Second, string FirstVersion, string SecondVersion);
