using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class CsxErrorTests : IDisposable
{
    private const string Down = "\nvoid Down(Db db) { }";

    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Theory]
    [InlineData("void Up(Db db) { }", ErrorCodes.DirectionMissing, 1, 6)]
    [InlineData("void Down(Db db) { }", ErrorCodes.DirectionMissing, 1, 6)]
    [InlineData("\nint x = 1;", ErrorCodes.DirectionMissing, null, null)]
    [InlineData("", ErrorCodes.DirectionMissing, null, null)]
    [InlineData("\n\nvoid Up() { }" + Down, ErrorCodes.SignatureInvalid, 3, 6)]
    [InlineData("string Up(Db db) => \"\";" + Down, ErrorCodes.SignatureInvalid, 1, 8)]
    [InlineData("Task<int> Up(Db db) => Task.FromResult(1);" + Down, ErrorCodes.SignatureInvalid, 1, 11)]
    [InlineData("void Up(Db db, int x) { }" + Down, ErrorCodes.SignatureInvalid, 1, 6)]
    [InlineData("void Up(ref Db db) { }" + Down, ErrorCodes.SignatureInvalid, 1, 6)]
    [InlineData("void Up<T>(Db db) { }" + Down, ErrorCodes.SignatureInvalid, 1, 6)]
    [InlineData("void Up(System.Data.IDbConnection db) { }" + Down, ErrorCodes.SignatureInvalid, 1, 6)]
    [InlineData("async void Up(Db db) => await Task.Yield();" + Down, ErrorCodes.SignatureInvalid, 1, 12)]
    [InlineData("void Up(Db db) { }\nvoid Up(Db db, CancellationToken c) { }" + Down, ErrorCodes.SignatureInvalid, 2, 6)]
    [InlineData("void Change(Db db) { }" + Down, ErrorCodes.SignatureInvalid, 2, 6)]
    [InlineData("class A : Migration { public override void Up() { } }", ErrorCodes.DirectionMissing, 1, 7)]
    [InlineData("class A : Migration { public override void Down() { } }", ErrorCodes.DirectionMissing, 1, 7)]
    [InlineData("class A : Migration { public override void Up() { } public override void Down() { } }\nclass B : A;", ErrorCodes.SignatureInvalid, 2, 7)]
    [InlineData("class A : Migration { public override void Up() { } public override void Down() { } }\nvoid Up(Db db) { }", ErrorCodes.SignatureInvalid, 2, 6)]
    [InlineData("class A(int x) : Migration { public override void Up() { } public override void Down() { } public int X => x; }", ErrorCodes.SignatureInvalid, 1, 7)]
    [InlineData("void Up(Db db) { }" + Down + "\nConsole.WriteLine(1);", ErrorCodes.TopLevelStatements, 3, 1)]
    [InlineData("\n  await Task.Yield();\nvoid Up(Db db) { }" + Down, ErrorCodes.TopLevelStatements, 2, 3)]
    [InlineData("void Up(Db db) { }" + Down + "\n// no semicolon\nUp(null)", ErrorCodes.TopLevelStatements, 4, 1)]
    [InlineData("[Timeout(\"soon\")]\nvoid Up(Db db) { }" + Down, ErrorCodes.OptionInvalid, 1, 2)]
    [InlineData("void Up(Db db) { }\n[NoTransaction, LockTimeout(\"2 parsecs\")]\nvoid Down(Db db) { }", ErrorCodes.OptionInvalid, 2, 17)]
    [InlineData("[Client]\nvoid Up(Db db) { }" + Down, ErrorCodes.OptionInvalid, 1, 2)]
    [InlineData("[Irreversible(\" \")]\nvoid Up(Db db) { }", ErrorCodes.OptionInvalid, 1, 2)]
    [InlineData("[Phase(Phase.After)] void Other() { }\nvoid Up(Db db) { }" + Down, ErrorCodes.OptionInvalid, 1, 2)]
    [InlineData("[Phase((Phase)7)] void Up(Db db) { }" + Down, ErrorCodes.OptionInvalid, 1, 2)]
    [InlineData("void Up(Db db) { }\n[Phase(Phase.After)] void Down(Db db) { }", ErrorCodes.OptionInvalid, 2, 2)]
    [InlineData("void Up(Db db) { }\n[Replaces(\"20260101A\")] void Down(Db db) { }", ErrorCodes.OptionInvalid, 2, 2)]
    [InlineData("class Late : Migration { public override void Up() { } [Phase(Phase.After)] public override void Down() { } }", ErrorCodes.OptionInvalid, 1, 57)]
    [InlineData("[NoTransaction] void Other() { }\nvoid Up(Db db) { }" + Down, ErrorCodes.OptionInvalid, 1, 2)]
    [InlineData("#load \"lib/none.csx\"\nvoid Up(Db db) { }" + Down, ErrorCodes.LoadMissing, 1, 1)]
    [InlineData("// first\n /* x */ #r \"none.dll\"\nvoid Up(Db db) { }" + Down, ErrorCodes.ReferenceMissing, 2, 10)]
    [InlineData("\n  #r \"nuget: Humanizer\"\nvoid Up(Db db) { }" + Down, ErrorCodes.PackageLineInvalid, 2, 3)]
    public async Task A_file_that_is_no_migration_says_why(string text, string code, int? line, int? column)
    {
        var error = await folder.ErrorOfAsync(text);
        Assert.Equal((code, "migrations/20260301A-x.csx", line, column), (error.Code, error.File, error.Line, error.Column));
        Assert.NotEmpty(error.Fix!);
    }

    [Fact]
    public async Task A_wrong_signature_is_shown_with_the_expected_ones()
    {
        var error = await folder.ErrorOfAsync("int Up(Db db, string why) => 1;" + Down);
        Assert.Contains("`int Up(Db, string)`", error.Message, StringComparison.Ordinal);
        Assert.Contains("`Task Up(Db db)`", error.Fix!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_function_with_the_wrong_name_is_named()
    {
        var error = await folder.ErrorOfAsync("async Task UpAsync(Db db) => await Task.Yield();" + Down);
        Assert.Equal((ErrorCodes.DirectionMissing, 1, "rename UpAsync to Up"), (error.Code, error.Line, error.Fix));
    }

    [Fact]
    public async Task All_errors_of_all_broken_files_come_at_once_and_the_others_load()
    {
        var result = await ScriptFolder.LoadAsync(
            folder.Write("20260301D-d.csx", "void Up(Db db) => nothing();\n\tvoid Down(Db db) { int x = \"text\"; }"),
            folder.Write("20260301A-a.csx", "void Up(Db db) { int x = 1 }" + Down),
            folder.Write("20260301B-b.csx", "void Up(Db db) { }" + Down),
            folder.Write("20260301C-c.csx", "void Up(Db db) { }\nvoid Down(Db db) { } }"),
            folder.Write("20260301E-e.csx", "void Up(Db db) { }"));
        Assert.Equal(
            [
                "migrations/20260301A-a.csx(1,28): CAIRN2001 error CS1002: ; expected",
                "migrations/20260301C-c.csx(2,22): CAIRN2001 error CS7017: Member definition, statement, or end-of-file expected",
                "migrations/20260301D-d.csx(1,19): CAIRN2001 error CS0103: The name 'nothing' does not exist in the current context",
                "migrations/20260301D-d.csx(2,29): CAIRN2001 error CS0029: Cannot implicitly convert type 'string' to 'int'",
                "migrations/20260301E-e.csx(1,6): CAIRN2002 the migration has no Down",
            ],
            result.Errors.Select(error => $"{error.File}({error.Line},{error.Column}): {error.Code} {error.Message}"));
        Assert.Equal("20260301B", Assert.Single(result.Migrations).Descriptor.Version.Text);
    }

    [Fact]
    public async Task An_error_in_a_file_that_two_scripts_load_is_told_once_and_there()
    {
        folder.Write("lib/h.csx", "\nint F() => \"no\";");
        var result = await ScriptFolder.LoadAsync(
            folder.Write("20260301A-a.csx", "#load \"lib/h.csx\"\nvoid Up(Db db) { }" + Down),
            folder.Write("20260301B-b.csx", "#load \"lib/h.csx\"\nvoid Up(Db db) { }" + Down));
        var error = Assert.Single(result.Errors);
        Assert.Equal(("migrations/lib/h.csx", 2, 12), (error.File, error.Line, error.Column));
    }
}
