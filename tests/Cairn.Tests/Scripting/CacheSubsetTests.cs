using Cairn.Runtime.Migrations;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Xunit;

namespace Cairn.Tests.Scripting;

/// <summary>What was compiled together is found one by one: a container warmed by all migrations runs the few that are pending.</summary>
public sealed class CacheSubsetTests : IDisposable
{
    private readonly ScriptFolder folder = new();
    private readonly MigrationDescriptor one;
    private readonly MigrationDescriptor two;
    private readonly MigrationDescriptor three;

    public CacheSubsetTests()
    {
        one = folder.Write("20260301A-one.csx", "void Up(Db db) => SEEN(1);\nvoid Down(Db db) { }");
        two = folder.Write("20260301B-two.csx", "void Up(Db db) => SEEN(2);\nvoid Down(Db db)\n{\n    throw new Exception();\n}");
        // This one uses a variable of the script, and so goes the script compiler's own way, into an assembly of its own.
        three = folder.Write("20260301C-three.csx", "var number = 3;\nvoid Up(Db db) => SEEN(number);\nvoid Down(Db db) { }");
    }

    private string CachePath => folder.File("cache");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task A_part_of_what_was_compiled_together_is_not_compiled_again()
    {
        Assert.Equal(1, await CompilationsAsync(one, two, three));
        Assert.Equal(0, await CompilationsAsync(two));
        Assert.Equal(0, await CompilationsAsync(three, one));
        Assert.Single(Entries());
    }

    [Fact]
    public async Task Only_what_is_missing_is_compiled()
    {
        Assert.Equal(1, await CompilationsAsync(one));
        Assert.Equal(1, await CompilationsAsync(two, three));
        var result = await LoadAsync(new ScriptCompiler(new CompileCache(CachePath)), one, two, three);
        Assert.Equal(2, Entries().Length);
        foreach (var (migration, number) in result.Migrations.Zip([1, 2, 3]))
        {
            await migration.Up(null!, default);
            Assert.Equal(number, folder.Seen);
        }

        var thrown = await Assert.ThrowsAsync<Exception>(() => result.Migrations[1].Down!(null!, default));
        Assert.Equal(new ScriptPosition("migrations/20260301B-two.csx", 4), result.Migrations[1].Locate!(thrown));

        folder.Write("20260301B-two.csx", "void Up(Db db) => SEEN(22);\nvoid Down(Db db) { }");
        var compiler = new ScriptCompiler(new CompileCache(CachePath));
        result = await LoadAsync(compiler, one, two, three);
        Assert.Equal(1, compiler.Compilations);
        Assert.Equal(["20260301A", "20260301B", "20260301C"], result.Migrations.Select(migration => migration.Descriptor.Version.Text));
        await result.Migrations[1].Up(null!, default);
        Assert.Equal(22, folder.Seen);
        Assert.Equal(0, await CompilationsAsync(two));
    }

    [Fact]
    public async Task An_error_in_one_keeps_none_of_the_others_out_of_the_cache()
    {
        var broken = folder.Write("20260301D-broken.csx", "void Up(Db db) => Missing();\nvoid Down(Db db) { }");
        var result = await LoadAsync(new ScriptCompiler(new CompileCache(CachePath)), one, broken, three);
        Assert.Equal("migrations/20260301D-broken.csx", Assert.Single(result.Errors).File);
        Assert.Equal(0, await CompilationsAsync(one, three));

        // And found in the cache or not, the error is there again.
        result = await LoadAsync(new ScriptCompiler(new CompileCache(CachePath)), one, broken, three);
        Assert.Equal("migrations/20260301D-broken.csx", Assert.Single(result.Errors).File);
        Assert.Equal(2, result.Migrations.Count);
    }

    [Fact]
    public async Task Sets_beyond_the_newest_are_not_looked_into_and_another_one_s_file_is_left_alone()
    {
        await CompilationsAsync(one);
        File.SetLastWriteTimeUtc(Assert.Single(Entries()), DateTime.UtcNow.AddDays(-1));
        var notes = Path.Combine(CachePath, "notes.cairn");
        await File.WriteAllTextAsync(notes, "mine");
        for (var i = 0; i < 128; i++)
        {
            File.Copy(Entries().First(file => file != notes), Path.Combine(CachePath, $"{i:x64}.cairn"));
        }

        // All of them have the same script, which is not asked for.
        await CompilationsAsync(two);
        Assert.Equal(1 + 128 + 1 + 1, Entries().Length);
        Assert.Equal(0, await CompilationsAsync(one));
        Assert.Equal(130, new CompileCache(CachePath).Clear().Files);
        Assert.Equal([notes], Entries());
    }

    private string[] Entries() => Directory.GetFiles(CachePath, "*.cairn");

    private async Task<int> CompilationsAsync(params MigrationDescriptor[] scripts)
    {
        var compiler = new ScriptCompiler(new CompileCache(CachePath, warning => throw new InvalidOperationException(warning)));
        Assert.Empty((await LoadAsync(compiler, scripts)).Errors);
        return compiler.Compilations;
    }

    private static Task<LoadResult> LoadAsync(ScriptCompiler compiler, params MigrationDescriptor[] scripts) => new CsxFormat(compiler).LoadAsync(scripts, default);
}
