using System.Text;
using Cairn.Runtime.Migrations;
using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class CsxPositionTests : IDisposable
{
    private const string Helpers = "static void Fail() => throw new InvalidOperationException(\"x\");";

    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("using System.Text;\n\nvoid Up(Db db)\n{\n    throw new Exception();\n}", 5)]
    [InlineData("async Task Up(Db db)\n{\n    await Task.Yield();\n    throw new Exception();\n}", 4)]
    [InlineData("async Task Up(Db db)\n{\n    Func<int, Task> f = async n =>\n    {\n        await Task.Yield();\n        if (n > 0)\n            throw new Exception();\n    };\n    await f(1);\n}", 7)]
    [InlineData("static int Half(this int n) => n / 2;\nvoid Up(Db db)\n{\n    _ = 1 / 0.Half();\n}", 4)]
    [InlineData("static class E { public static int F(this string s) => s.Length; }\nvoid Up(Db db)\n{\n    ((string)null).F();\n}", 1)]
    [InlineData("var inferred = 1;\nvoid Up(Db db)\n{\n    throw new Exception();\n}", 4)]
    [InlineData("void Up(Db db)\n{\n    try { int.Parse(\"x\"); }\n    catch (Exception e) { throw new Exception(\"outer\", e); }\n}", 3)]
    [InlineData("async Task Up(Db db) =>\n    await Task.WhenAll(Task.Run(() =>\n        throw new Exception()));", 3)]
    [InlineData("class X : Migration\n{\n    public override void Up() =>\n        throw new Exception();\n    public override void Down() { }\n}", 4)]
    public async Task An_exception_is_found_at_its_line(string up, int line)
    {
        foreach (var text in new[] { up, up.ReplaceLineEndings("\r\n") })
        {
            var position = await PositionAsync(text.Contains("class X", StringComparison.Ordinal) ? text : text + "\nvoid Down(Db db) { }");
            Assert.Equal(new ScriptPosition("migrations/20260301A-x.csx", line), position);
        }
    }

    [Fact]
    public async Task An_exception_in_a_loaded_file_is_found_there()
    {
        folder.Write("lib/helpers.csx", "// first line\n" + Helpers);
        var position = await PositionAsync("#load \"lib/helpers.csx\"\nvoid Up(Db db) => Fail();\nvoid Down(Db db) { }");
        Assert.Equal(new ScriptPosition("migrations/lib/helpers.csx", 2), position);
    }

    [Fact]
    public async Task An_exception_from_elsewhere_has_no_place()
    {
        var migration = await folder.LoadOneAsync("void Up(Db db) { }\nvoid Down(Db db) { }");
        Assert.Null(migration.Locate!(new InvalidOperationException("x", new AggregateException(new TimeoutException()))));
    }

    [Theory]
    [InlineData("using System.Text; /* é */ void Up(Db db) => none();", 46)]
    [InlineData("\tvoid Up(Db db) => none();", 20)]
    [InlineData("record R(int A); static class E { public static void F(this R r) { } } void Up(Db db) => none();", 90)]
    public async Task A_compile_error_has_its_column(string up, int column)
    {
        var error = await folder.ErrorOfAsync(up + "\nvoid Down(Db db) { }");
        Assert.Equal((1, column), (error.Line, error.Column));
    }

    [Fact]
    public async Task Marks_endings_and_encodings_do_not_matter()
    {
        const string text = "void Up(Db db)\r\n{\r\n    SEEN(\"ü\");\r\n    throw new Exception();\r\n}\r\nvoid Down(Db db) { }";
        var plain = folder.Write("20260301A-x.csx", text.Replace("\r\n", "\n", StringComparison.Ordinal) + "  \n\n");
        var checksum = (await ScriptFolder.Csx().ReadAsync(plain, default)).Checksum;
        foreach (var encoding in new Encoding[] { new UTF8Encoding(true), new UTF8Encoding(false), Encoding.Unicode, Encoding.BigEndianUnicode })
        {
            var descriptor = folder.Write("20260301A-x.csx", text, encoding);
            Assert.Equal(checksum, (await ScriptFolder.Csx().ReadAsync(descriptor, default)).Checksum);
            var migration = Assert.Single((await ScriptFolder.LoadAsync(descriptor)).Migrations);
            var thrown = await Assert.ThrowsAsync<Exception>(() => migration.Up(null!, default));
            Assert.Equal(4, migration.Locate!(thrown)!.Line);
            Assert.Equal("ü", folder.Seen);
            Assert.Equal(checksum, migration.Source.Checksum);
        }
    }

    private async Task<ScriptPosition?> PositionAsync(string text)
    {
        var migration = await folder.LoadOneAsync(text);
        var thrown = await Assert.ThrowsAnyAsync<Exception>(() => migration.Up(null!, default));
        return migration.Locate!(thrown);
    }
}
