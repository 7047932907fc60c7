using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>Scripts that cannot run are found before the first statement of the first good one is sent.</summary>
public sealed class ScriptTests(EngineServers servers)
{
    private const string Broken = "20260302A-broken.csx";

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_syntax_error_names_file_line_and_column_of_every_broken_file(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        project.Write(Broken, "async Task Up(Db db)\n{\n    var x = 1\n}\nvoid Down(Db db) { }\n");
        project.Write("20260303A-unknown.csx", "void Up(Db db) { }\nvoid Down(Db db)\n{\n    Nonsense();\n}\n");
        var result = await project.RefuseAsync(2, [], "migrate:latest");
        Assert.Matches(@"20260302A-broken\.csx\(3,\d+\): error CS1002", result.Errors);
        Assert.Matches(@"20260303A-unknown\.csx\(4,5\): error CS0103", result.Errors);
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_syntax_error_in_json(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Broken, "void Up(Db db) { int x = \"text\"; }\nvoid Down(Db db) { }\n");
        var result = await project.RunAsync("migrate:latest", "--json");
        result.ShouldExit(2);
        var error = result.Json.GetProperty("error");
        Assert.False(result.Json.GetProperty("ok").GetBoolean());
        Assert.Equal(2, result.Json.GetProperty("exitCode").GetInt32());
        Assert.Equal(1, error.GetProperty("line").GetInt32());
        Assert.Equal(26, error.GetProperty("column").GetInt32());
        Assert.EndsWith(Broken, error.GetProperty("file").GetString(), StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_missing_direction(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write(Broken, "void Up(Db db) => db.Schema.DropTable(\"things\");\n");
        await project.RefuseAsync(2, ["CAIRN2002", Broken, "Down"], "migrate:latest");

        project.Write(Broken, "-- nothing but a comment\n".Replace("--", "//", StringComparison.Ordinal));
        await project.RefuseAsync(2, ["CAIRN2002", Broken], "migrate:latest");

        project.Workspace.Delete(Broken);
        project.Write("20260302A-broken.sql", "-- up\ncreate table other (id integer);\n");
        await project.RefuseAsync(2, ["20260302A-broken.sql", "down"], "migrate:latest");
        Assert.Empty(await project.TablesAsync());
    }

    public static MatrixTheoryData<string, string> WrongSignatures => new(
        EngineNames.Supported.Select(row => row.Data),
        [
            "void Up() { }\nvoid Down(Db db) { }\n",
            "void Up(string db) { }\nvoid Down(Db db) { }\n",
            "int Up(Db db) => 1;\nvoid Down(Db db) { }\n",
            "void Up(Db db, int extra) { }\nvoid Down(Db db) { }\n",
        ]);

    [Theory, MemberData(nameof(WrongSignatures))]
    public async Task A_wrong_signature(string engine, string script)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good).Write(Broken, script);
        await project.RefuseAsync(2, ["CAIRN2003", Broken, "Up"], "migrate:latest");
        Assert.Empty(await project.TablesAsync());
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Statements_outside_functions(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        var marker = Path.Combine(project.Workspace.Folder, "ran");
        project.Write(Broken, $"System.IO.File.WriteAllText(@\"{marker}\", \"\");\nvoid Up(Db db) {{ }}\nvoid Down(Db db) {{ }}\n");
        await project.RefuseAsync(2, ["CAIRN2004", Broken], "migrate:latest");
        await project.RefuseAsync(2, ["CAIRN2004", Broken], "migrate:validate");
        Assert.False(File.Exists(marker), "Loading a migration had an effect.");
    }

    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task A_change_that_cannot_be_undone_is_refused_before_it_runs(string engine)
    {
        await using var project = await Project.NewAsync(servers, engine);
        project.Write(Scripts.Name, Scripts.Good);
        project.Write(Broken, "void Change(Db db) => db.Sql(\"delete from things\");\n");
        await project.RefuseAsync(2, ["CAIRN2009", Broken], "migrate:latest");
        await project.RefuseAsync(2, ["CAIRN2009", Broken], "migrate:validate");
    }
}
