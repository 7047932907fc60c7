using Cairn.Runtime.Migrations;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Xunit;

namespace Cairn.Tests.Scripting;

public sealed class CompileCacheTests : IDisposable
{
    private const string Text = "#load \"lib/h.csx\"\nvoid Up(Db db) => SEEN(F());\nvoid Down(Db db)\n{\n    throw new Exception();\n}";

    private readonly ScriptFolder folder = new();
    private readonly MigrationDescriptor script;

    public CompileCacheTests()
    {
        folder.Write("lib/h.csx", "int F() => 1;");
        script = folder.Write("20260301A-x.csx", Text);
    }

    private string CachePath => folder.File("cache");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task The_second_time_nothing_is_compiled_and_all_is_as_before()
    {
        Assert.Equal(1, await CompilationsAsync());
        Assert.Equal(0, await CompilationsAsync());
        var migration = Assert.Single((await ScriptFolder.Csx(new CompileCache(CachePath)).LoadAsync([script], default)).Migrations);
        await migration.Up(null!, default);
        Assert.Equal(1, folder.Seen);
        var thrown = await Assert.ThrowsAsync<Exception>(() => migration.Down!(null!, default));
        Assert.Equal(new ScriptPosition("migrations/20260301A-x.csx", 5), migration.Locate!(thrown));
    }

    [Fact]
    public async Task What_the_script_compiler_made_is_kept_too()
    {
        var other = folder.Write("20260301B-y.csx", "var two = 2;\nvoid Up(Db db) => SEEN(two);\nvoid Down(Db db) { }");
        await CompilationsAsync(script, other);
        var format = ScriptFolder.Csx(new CompileCache(CachePath));
        var result = await format.LoadAsync([script, other], default);
        await result.Migrations[1].Up(null!, default);
        Assert.Equal(2, folder.Seen);
        Assert.Equal(0, await CompilationsAsync(script, other));
    }

    [Fact]
    public async Task A_change_in_a_loaded_file_compiles_anew()
    {
        await CompilationsAsync();
        folder.Write("lib/h.csx", "int F() => 2;");
        Assert.Equal(1, await CompilationsAsync());
    }

    [Fact]
    public async Task Scripts_with_errors_are_not_kept()
    {
        var broken = folder.Write("20260301B-y.csx", "void Up(Db db) { }");
        Assert.Equal(1, await CompilationsAsync(broken));
        Assert.Equal(1, await CompilationsAsync(broken));
        Assert.Empty(Entries());
    }

    [Theory]
    [InlineData("flip")]
    [InlineData("head")]
    [InlineData("more")]
    [InlineData("cut")]
    [InlineData("empty")]
    [InlineData("foreign")]
    public async Task A_bad_entry_is_deleted_and_compiled_again(string damage)
    {
        await CompilationsAsync();
        var file = Assert.Single(Entries());
        var bytes = await File.ReadAllBytesAsync(file);
        if (damage == "foreign")
        {
            var other = folder.Write("20260301B-y.csx", "void Up(Db db) { } void Down(Db db) { }");
            await CompilationsAsync(other);
            bytes = await File.ReadAllBytesAsync(Entries().Single(entry => entry != file));
        }

        bytes[damage == "head" ? 60 : bytes.Length / 2] ^= (byte)(damage is "flip" or "head" ? 1 : 0);
        await File.WriteAllBytesAsync(file, damage switch { "cut" => bytes[..^100], "empty" => [], "more" => [.. bytes, 0], _ => bytes });
        Assert.Equal(1, await CompilationsAsync());
        Assert.Equal(0, await CompilationsAsync());
    }

    [Fact]
    public async Task Many_at_once_do_not_disturb_each_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => CompilationsAsync())));
        Assert.Single(Entries());
        Assert.Empty(Directory.GetFiles(CachePath, "*.tmp"));
        Assert.Equal(0, await CompilationsAsync());
    }

    [Fact]
    public async Task Files_that_others_take_away_meanwhile_are_no_error()
    {
        var path = Directory.CreateDirectory(folder.File("shared")).FullName;
        var writing = Task.Run(() =>
        {
            for (var i = 0; i < 1_000; i++)
            {
                CacheFiles.Write(path, i.ToString("x64", System.Globalization.CultureInfo.InvariantCulture), stream => stream.WriteByte(1));
            }
        });
        while (!writing.IsCompleted)
        {
            CacheFiles.Trim(path, sizeLimit: 5);
            _ = CacheFiles.Files(path).Sum(file => file.Length);
        }

        await writing;
        CacheFiles.Trim(path, sizeLimit: 5);
        Assert.Equal(5, Directory.GetFiles(path).Length);
    }

    [Fact]
    public async Task The_oldest_go_when_there_is_too_much()
    {
        await CompilationsAsync();
        var old = Assert.Single(Entries());
        File.SetLastWriteTimeUtc(old, DateTime.UtcNow.AddDays(-1));
        var left = Path.Combine(CachePath, $"{new string('0', 64)}.{new string('0', 32)}.tmp");
        await File.WriteAllTextAsync(left, "x");
        File.SetLastWriteTimeUtc(left, DateTime.UtcNow.AddDays(-1));
        var other = folder.Write("20260301B-y.csx", "void Up(Db db) { } void Down(Db db) { }");
        var cache = new CompileCache(CachePath) { SizeLimit = new FileInfo(old).Length + 100 };
        await new CsxFormat(new ScriptCompiler(cache)).LoadAsync([other], default);
        Assert.NotEqual(old, Assert.Single(Entries()));
        Assert.False(File.Exists(left));
        Assert.Equal(1, cache.Clear().Files);
        Assert.Empty(Entries());
    }

    [Fact]
    public async Task Without_a_folder_all_is_compiled_in_memory()
    {
        await File.WriteAllTextAsync(CachePath, "a file where the folder should be");
        Assert.Equal(1, await CompilationsAsync());
        Assert.Equal(1, await CompilationsAsync());
    }

    private IEnumerable<string> Entries() => Directory.GetFiles(CachePath, "*.cairn");

    private async Task<int> CompilationsAsync(params MigrationDescriptor[] scripts)
    {
        var compiler = new ScriptCompiler(new CompileCache(CachePath, warning => throw new InvalidOperationException(warning)));
        await new CsxFormat(compiler).LoadAsync(scripts.Length == 0 ? [script] : scripts, default);
        return compiler.Compilations;
    }
}
