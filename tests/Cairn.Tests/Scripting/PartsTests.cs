using Cairn.Scripting.Binding;
using Cairn.Scripting.Compiling.Roads;
using Cairn.Scripting.Formats;
using Cairn.Scripting.Sources;
using Xunit;

namespace Cairn.Tests.Scripting;

/// <summary>Very many scripts are compiled in parts, for the memory's sake; nothing shows it.</summary>
public sealed class PartsTests : IDisposable
{
    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task In_parts_or_together_the_same_comes_out()
    {
        string[] texts =
        [
            "void Up(Db db) => SEEN(1);\nvoid Down(Db db) { }",
            "var two = 2;\nvoid Up(Db db) => SEEN(two);\nvoid Down(Db db) { }",
            "void Up(Db db) => Missing();\nvoid Down(Db db) { }",
            "void Up(Db db) => SEEN(4);\nvoid Down(Db db) { }",
            "class Five : Migration { public override void Up() => SEEN(5); public override void Down() { } }",
            "void Up(Db db) { }",
            "var seven = 7;\nvoid Up(Db db) => SEEN(seven);\nvoid Down(Db db) { }",
        ];
        var scripts = texts.Select((text, i) => folder.Write($"2026030{i + 1}A-x.csx", text)).ToList();
        var (sources, _) = await CsxFormat.ReadAllAsync(scripts, ScriptKind.Migration, null, default);
        var together = RoslynCompilation.Run(sources, 100, default);
        var parts = RoslynCompilation.Run(sources, 2, default);
        Assert.Equal(together.Errors.Select(error => (error.File, error.Code)), parts.Errors.Select(error => (error.File, error.Code)));
        Assert.Equal(["migrations/20260303A-x.csx", "migrations/20260306A-x.csx"], parts.Errors.Select(error => error.File));

        var bound = ScriptBinder.Bind(sources, parts);
        Assert.Equal(["20260301A", "20260302A", "20260304A", "20260305A", "20260307A"], bound.Select(migration => migration.Descriptor.Version.Text));
        foreach (var (migration, seen) in bound.Zip([1, 2, 4, 5, 7]))
        {
            await migration.Up(null!, default);
            Assert.Equal(seen, folder.Seen);
        }
    }
}
