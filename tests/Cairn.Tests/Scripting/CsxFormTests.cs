using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class CsxFormTests : IDisposable
{
    private const string NoDown = "void Down(Db db) { }\n";

    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("void Up(Db db) { SEEN(1); }")]
    [InlineData("void Up(Db db) => SEEN(1);")]
    [InlineData("static void Up(Db db) => SEEN(1);")]
    [InlineData("public static async Task Up(Db db) { await Task.Yield(); SEEN(1); }")]
    [InlineData("Task Up(Db db) { SEEN(1); return Task.CompletedTask; }")]
    [InlineData("async ValueTask Up(Db db) { await Task.Yield(); SEEN(1); }")]
    [InlineData("ValueTask Up(Db db, CancellationToken ct) { SEEN(1); return default; }")]
    [InlineData("async Task Up(Db db, CancellationToken ct) { await Task.Delay(1, ct); SEEN(1); }")]
    [InlineData("static void Up(Cairn.Db db, System.Threading.CancellationToken ct) { SEEN(1); }")]
    public async Task Functions_of_every_allowed_signature_run(string up) => Assert.Equal(1, await folder.UpAsync(up + "\n" + NoDown));

    [Theory]
    [InlineData("class X : Migration { public override void Up() => SEEN(1); public override void Down() => SEEN(2); }")]
    [InlineData("public sealed class X : Migration { public override async Task UpAsync(CancellationToken ct) { await Task.Yield(); SEEN(1); } public override Task DownAsync(CancellationToken ct) { SEEN(2); return Task.CompletedTask; } }")]
    [InlineData("abstract class B : Migration { public override void Down() => SEEN(2); }\nclass X : B { public override void Up() => SEEN(1); }")]
    public async Task The_class_form_runs_both_ways(string text)
    {
        var migration = await folder.LoadOneAsync(text);
        await migration.Up(null!, default);
        Assert.Equal(1, folder.Seen);
        await migration.Down!(null!, default);
        Assert.Equal(2, folder.Seen);
    }

    [Fact]
    public async Task Change_is_one_function_without_down()
    {
        var migration = await folder.LoadOneAsync("void Change(Db db) => SEEN(3);");
        Assert.True(migration.IsChange);
        Assert.Null(migration.Down);
        await migration.Up(null!, default);
        Assert.Equal(3, folder.Seen);
    }

    [Theory]
    [InlineData("record Row(int Id); enum Kind { A = 7 } const int Two = 2; class Box { public int V => Two; }\nvoid Up(Db db) => SEEN(new Row((int)Kind.A).Id + new Box().V);", 9)]
    [InlineData("static int counter = 4; int perRun = 1;\nint Next() => counter + perRun;\nvoid Up(Db db) => SEEN(Next());", 5)]
    [InlineData("using System.Text;\nusing static System.Math;\nusing Words = System.Collections.Generic.List<string>;\nvoid Up(Db db) => SEEN(Max(new StringBuilder(\"abc\").Length, new Words().Count));", 3)]
    [InlineData("record Row(int Id);\nstatic class Rows { public static int Twice(this Row row) => row.Id * 2; }\nvoid Up(Db db) => SEEN(new Row(4).Twice());", 8)]
    [InlineData("static int Half(this int number) => number / 2;\nvoid Up(Db db) => SEEN(10.Half());", 5)]
    [InlineData("static class E { extension(string s) { public int Size => s.Length; } }\nvoid Up(Db db) => SEEN(\"abcd\".Size);", 4)]
    [InlineData("var inferred = 6;\nvoid Up(Db db) => SEEN(inferred);", 6)]
    [InlineData("int a = 2; int b = Double(3); static int Double(int x) => x * 2;\nvoid Up(Db db) => SEEN(a + b);", 8)]
    [InlineData("#nullable enable\n#region r\nstring? text = null;\nvoid Up(Db db) => SEEN(text is null);\n#endregion", true)]
    [InlineData("#if NEVER\nthis is no code\n#endif\nvoid Up(Db db) => SEEN(\"\"\"\n  #load \"not.csx\"\n  \"\"\".Length);", 15)]
    [InlineData("void Up(Db db) => SEEN(System.Xml.Linq.XElement.Parse(\"<a>5</a>\").Value);", "5")]
    [InlineData("void Up(Db db) { dynamic d = 5; SEEN((int)(d + 1)); }", 6)]
    [InlineData("class Übergröße { public int Größe = 3; }\nvoid Up(Db db) => SEEN(new Übergröße().Größe);", 3)]
    public async Task What_a_script_may_contain(string text, object expected) =>
        Assert.Equal(expected, await folder.UpAsync(text + "\nvoid Down(Db db) { }"));

    [Fact]
    public async Task Names_of_one_file_are_not_those_of_another()
    {
        var body = "using A = System.Text.StringBuilder;\nrecord Row(int Id); static int n = 1;\nvoid Up(Db db) { n++; SEEN(n); }\nvoid Down(Db db) { }";
        var result = await ScriptFolder.LoadAsync(
            folder.Write("20260301A-x.csx", body), folder.Write("20260301B-y.csx", body.Replace("n = 1", "n = 10")));
        Assert.Empty(result.Errors);
        Assert.Equal(["20260301A", "20260301B"], result.Migrations.Select(migration => migration.Descriptor.Version.Text));
        await result.Migrations[1].Up(null!, default);
        Assert.Equal(11, folder.Seen);
        await result.Migrations[0].Up(null!, default);
        Assert.Equal(2, folder.Seen);
    }

    [Fact]
    public async Task Loading_runs_nothing_of_a_script()
    {
        await folder.LoadOneAsync("static int a = Note(1); int b = Note(2);\nstatic int Note(int x) { SEEN(x); return x; }\nvoid Up(Db db) { }\n" + NoDown);
        Assert.Null(folder.Seen);
        await folder.LoadOneAsync("var a = Note(1);\nstatic int Note(int x) { SEEN(x); return x; }\nvoid Up(Db db) { }\n" + NoDown);
        Assert.Null(folder.Seen);
    }

    [Fact]
    public async Task Each_run_has_an_instance_of_its_own()
    {
        var migration = await folder.LoadOneAsync("int count = 0;\nvoid Up(Db db) { count++; SEEN(count); }\n" + NoDown);
        await migration.Up(null!, default);
        await migration.Up(null!, default);
        Assert.Equal(1, folder.Seen);
    }

    [Fact]
    public void No_two_imported_namespaces_have_a_type_of_one_name()
    {
        var assemblies = new[] { typeof(Db).Assembly, typeof(Client).Assembly, typeof(object).Assembly, typeof(Enumerable).Assembly, typeof(HashSet<>).Assembly, System.Reflection.Assembly.Load("SqlKata") };
        var clashes = assemblies.SelectMany(assembly => assembly.GetExportedTypes())
            .Where(type => !type.IsNested && Cairn.Scripting.Compiling.ScriptImports.Names.Contains(type.Namespace))
            .GroupBy(type => type.Name)
            .Where(group => group.Select(type => type.Namespace).Distinct().Skip(1).Any());
        Assert.Empty(clashes.Select(group => string.Join(", ", group)));
    }
}
