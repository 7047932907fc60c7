using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Files whose names are wrong stop every run before it starts, also beside good ones.</summary>
public sealed class NameTests(EngineServers servers)
{
    public static MatrixTheoryData<string, string> WithoutVersion => new(
        EngineNames.Supported.Select(row => row.Data),
        ["add-orders.csx", "-20260301A.csx", "20260301-no-letter.csx", "2026031A-short.csx", "20260301a1-digit.sql", "20260301A.csx", "add orders.SQL"]);

    public static MatrixTheoryData<string, string> NoSuchDay => new(
        EngineNames.Supported.Select(row => row.Data),
        ["20260230A", "20251301A", "20260100A", "20270229A", "00000101A"]);

    [Theory, MemberData(nameof(WithoutVersion))]
    public async Task A_name_without_a_version(string engine, string file)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write(file, Scripts.Good);
        await project.RefuseAsync(2, ["CAIRN1001", file, "YYYYMMDD"], "migrate:latest");
        await project.RefuseAsync(2, ["CAIRN1001", file], "migrate:validate");
        Assert.Empty(await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(NoSuchDay))]
    public async Task A_date_that_does_not_exist(string engine, string version)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write($"{version}-impossible.csx", Scripts.Table("impossible"));
        await project.RefuseAsync(2, ["CAIRN1002", version], "migrate:latest");
        Assert.Empty(await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Two_files_with_one_version(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write("20260301A-other.sql", "-- up\ncreate table other (id integer);\n-- down\ndrop table other;\n");
        await project.RefuseAsync(2, ["CAIRN1003", Scripts.Name, "20260301A-other.sql"], "migrate:latest");
        await project.RefuseAsync(2, ["CAIRN1003"], "migrate:list");
        Assert.Empty(await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Two_files_whose_versions_differ_only_in_case(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write("20260301A-one.csx", Scripts.Table("one")).Write("20260301a-two.csx", Scripts.Table("two"));
        await project.RefuseAsync(2, ["CAIRN1003", "20260301A-one.csx", "20260301a-two.csx"], "migrate:latest");
        Assert.Empty(await project.Database.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_file_with_the_version_of_a_built_in_one(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        await project.DoAsync("database:install");
        var builtIn = await project.Database.ScalarAsync("select min(version) from cairn_migrations");
        var mine = $"{builtIn}-mine.csx";
        project.Write(mine, Scripts.Table("mine"));

        // The naming keeps these versions for Cairn; under one that does not, they are taken all the same.
        await project.RefuseAsync(2, ["CAIRN1001", mine, "reserved"], "migrate:latest");
        await project.RefuseAsync(2, ["CAIRN1003", mine], "migrate:latest", "--naming", "directus");
        await project.RefuseAsync(2, ["CAIRN1003", mine], "migrate:validate", "--naming", "directus");

        project.Workspace.Delete(mine);
        project.Write($"{builtIn.ToLowerInvariant()}-mine.csx", Scripts.Table("mine"));
        await project.RefuseAsync(2, ["CAIRN1003"], "migrate:latest", "--naming", "directus");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_migration_that_would_never_run_is_warned_about(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write("20260302A-forgotten.js", "export async function up() {}");
        project.Write("notes.txt", "").Write(".20260303A-hidden.csx", "nonsense").Write("20260304A-old.csx~", "nonsense").Write("lib/20260305A-x.csx", "nonsense");
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("20260302A-forgotten.js");
        Assert.Equal(["20260301A"], await project.VersionsAsync());
    }
}
