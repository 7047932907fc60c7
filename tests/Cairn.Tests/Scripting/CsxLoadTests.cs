using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class CsxLoadTests : IDisposable
{
    private const string Down = "\nvoid Down(Db db) { }";

    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task Loaded_files_join_nested_and_each_once()
    {
        folder.Write("lib/a.csx", "#load \"deep/b.csx\"\nusing Words = System.Text.StringBuilder;\nstatic int A() => B() + new Words(\"x\").Length;");
        folder.Write("lib/deep/b.csx", "#load \"../a.csx\"\n#load \"../../20260301A-x.csx\"\nusing Words = System.Collections.Generic.List<int>;\nstatic int B() => new Words { 1, 2 }.Count;");
        Assert.Equal(3, await folder.UpAsync("#!/usr/bin/env cairn\n#load \"lib/a.csx\"\n#load \"lib\\deep\\b.csx\"\nvoid Up(Db db) => SEEN(A());" + Down));
    }

    [Fact]
    public async Task Loaded_files_join_on_the_slow_road_too()
    {
        folder.Write("lib/a.csx", "#load \"../20260301A-x.csx\"\nvar three = 3;");
        Assert.Equal(3, await folder.UpAsync("#load \"lib/a.csx\"\nvoid Up(Db db) => SEEN(three);" + Down));
    }

    [Fact]
    public async Task Extension_methods_of_a_loaded_file_are_seen()
    {
        folder.Write("lib/e.csx", "static string Twice(this string s) => s + s;\nstatic class More { internal static string Thrice(this string s) => s.Twice() + s; }");
        Assert.Equal("xxx", await folder.UpAsync("#load \"lib/e.csx\"\nvoid Up(Db db) => SEEN(\"x\".Thrice());" + Down));
    }

    [Fact]
    public async Task The_checksum_is_over_the_loaded_files_too()
    {
        var script = folder.Write("20260301A-x.csx", "#load \"lib/a.csx\"\nvoid Up(Db db) { }" + Down);
        folder.Write("lib/a.csx", "// one");
        var before = await ScriptFolder.Csx().ReadAsync(script, default);
        folder.Write("lib/a.csx", "// one   \r\n\r\n");
        Assert.Equal(before, await ScriptFolder.Csx().ReadAsync(script, default));
        folder.Write("lib/a.csx", "// two");
        Assert.NotEqual(before.Checksum, (await ScriptFolder.Csx().ReadAsync(script, default)).Checksum);
        Assert.Matches("^[0-9a-f]{64}$", before.Checksum);
    }

    [Fact]
    public async Task A_missing_file_is_an_error_in_the_file_that_loads_it()
    {
        folder.Write("lib/a.csx", "\n#load \"gone.csx\"");
        var error = await folder.ErrorOfAsync("#load \"lib/a.csx\"\nvoid Up(Db db) { }" + Down);
        Assert.Equal((ErrorCodes.LoadMissing, "migrations/lib/a.csx", 2), (error.Code, error.File, error.Line));
    }

    [Theory]
    [InlineData("System.Xml.Linq")]
    [InlineData("System.Xml.XDocument.dll")]
    [InlineData("/somewhere/else/Cairn.Runtime.dll")]
    public async Task Assemblies_of_the_framework_and_the_tool_are_referenced_by_name(string name) =>
        Assert.Equal("v", await folder.UpAsync($"#r \"{name}\"\nusing System.Xml.Linq;\nvoid Up(Db db) => SEEN(XElement.Parse(\"<a>v</a>\").Value);" + Down));

    [Fact]
    public async Task An_assembly_is_referenced_by_its_path_with_what_lies_beside_it()
    {
        Directory.CreateDirectory(folder.File("lib"));
        var inner = Build("Inner" + folder.Key, "public class Inner { public static int Value => 41; public int Own => 7; }");
        Build("Outer" + folder.Key, "public class Outer : Inner { public static int Value() => Inner.Value + 1; }", inner);
        var script = $"#r \"lib/Outer{folder.Key}.dll\"\nvoid Up(Db db) => SEEN(Outer.Value());" + Down;
        Assert.Equal(42, await folder.UpAsync(script));
        Assert.Equal(7, await folder.UpAsync($"#r \"lib/Outer{folder.Key}.dll\"\nvoid Up(Db db) => SEEN(new Outer().Own);" + Down));
        folder.Write("lib/deep/h.csx", $"#r \"../Outer{folder.Key}.dll\"\nint Twice() => 2 * Outer.Value();");
        Assert.Equal(84, await folder.UpAsync("#load \"lib/deep/h.csx\"\nvoid Up(Db db) => SEEN(Twice());" + Down));
    }

    [Fact]
    public async Task All_that_the_tool_has_can_be_used() =>
        Assert.Equal("Npgsql", await folder.UpAsync("using Npgsql;\nvoid Up(Db db) => SEEN(typeof(NpgsqlConnection).Namespace);" + Down));

    [Theory]
    [InlineData("it's ü \"quoted\" & spaced")]
    [InlineData("C# {0} %n $(x)")]
    public async Task A_folder_may_have_any_name(string name)
    {
        var script = folder.Write($"{name}/20260301A-x.csx", "void Up(Db db)\n{\n    throw new Exception();\n}" + Down);
        var migration = Assert.Single((await ScriptFolder.LoadAsync(script)).Migrations);
        var thrown = await Assert.ThrowsAsync<Exception>(() => migration.Up(null!, default));
        Assert.Equal(3, migration.Locate!(thrown)!.Line);
    }

    private string Build(string name, string text, params string[] references)
    {
        var path = folder.File($"lib/{name}.dll");
        var core = MetadataReference.CreateFromFile(typeof(object).Assembly.Location);
        var result = CSharpCompilation.Create(
            name, [CSharpSyntaxTree.ParseText(text)], [core, .. references.Select(file => MetadataReference.CreateFromFile(file))],
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary)).Emit(path);
        Assert.True(result.Success);
        return path;
    }
}
