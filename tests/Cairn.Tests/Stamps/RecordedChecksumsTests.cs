using Cairn.Runtime;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Stamps;
using Cairn.Runtime.Migrations;
using Cairn.Tests.Scripting;
using Xunit;

namespace Cairn.Tests.Stamps;

public sealed class RecordedChecksumsTests : IDisposable
{
    private const int Many = 70;

    private readonly ScriptFolder folder = new();
    private readonly Kept kept = new();

    public RecordedChecksumsTests() => Assert.SkipUnless(OperatingSystem.IsLinux(), "only Linux says what is needed");

    public void Dispose() => folder.Dispose();

    [Fact]
    public async Task What_is_as_it_was_is_not_read()
    {
        var migrations = await SettledAsync();
        var first = await ChecksumsAsync(migrations);
        var record = Assert.Single(kept.Stamps);

        // A record that nobody could have made is believed: so nothing was read.
        var text = System.Text.Encoding.UTF8.GetString(record.Value);
        var real = first[migrations[0].Version];
        kept.Stamps[record.Key] = System.Text.Encoding.UTF8.GetBytes(text.Replace(real, "believed", StringComparison.Ordinal));
        Assert.Equal(first.Select(pair => pair.Value == real ? "believed" : pair.Value), (await ChecksumsAsync(migrations)).Values);

        // Another text, another file and a file that was made anew are read.
        folder.Write(System.IO.Path.GetFileName(migrations[0].FilePath!), "void Up(Db db) { } // other\nvoid Down(Db db) { }");
        Assert.NotEqual(real, (await ChecksumsAsync(migrations))[migrations[0].Version]);
        Assert.NotEqual("believed", (await ChecksumsAsync(migrations))[migrations[0].Version]);
        File.Delete(migrations[1].FilePath!);
        Assert.Equal("CAIRN2010", (await Assert.ThrowsAsync<CairnException>(() => ChecksumsAsync(migrations))).Code);
        folder.Write(System.IO.Path.GetFileName(migrations[1].FilePath!), Text(1));
        Assert.Equal(first[migrations[1].Version], (await ChecksumsAsync(migrations))[migrations[1].Version]);
    }

    [Fact]
    public async Task A_time_that_somebody_set_back_hides_no_change()
    {
        var migrations = await SettledAsync();
        var first = await ChecksumsAsync(migrations);
        var path = migrations[3].FilePath!;
        var modified = File.GetLastWriteTimeUtc(path);
        await File.WriteAllTextAsync(path, Text(3).Replace('3', '4'), TestContext.Current.CancellationToken);
        File.SetLastWriteTimeUtc(path, modified);
        Assert.NotEqual(first[migrations[3].Version], (await ChecksumsAsync(migrations))[migrations[3].Version]);
    }

    [Fact]
    public async Task What_a_script_loads_is_looked_at_each_time()
    {
        folder.Write("lib/common.csx", "// one");
        var migrations = await SettledAsync("#load \"lib/common.csx\"\n");
        var first = await ChecksumsAsync(migrations);
        folder.Write("lib/common.csx", "// two");
        Assert.NotEqual(first[migrations[0].Version], (await ChecksumsAsync(migrations))[migrations[0].Version]);
        Assert.Empty(kept.Stamps);
    }

    [Fact]
    public async Task What_has_just_changed_is_not_recorded()
    {
        await ChecksumsAsync(Write(""));
        Assert.Empty(kept.Stamps);
    }

    [Theory]
    [InlineData("")]
    [InlineData("cairn-checksums-1\n20260301A-x0.csx")]
    [InlineData("cairn-checksums-1\n20260301A-x0.csx\n")]
    [InlineData("cairn-checksums-0\n")]
    public async Task A_damaged_record_says_nothing(string text)
    {
        var migrations = await SettledAsync();
        var first = await ChecksumsAsync(migrations);
        kept.Stamps[kept.Stamps.Keys.Single()] = System.Text.Encoding.UTF8.GetBytes(text);
        Assert.Equal(first.Values, (await ChecksumsAsync(migrations)).Values);
    }

    private Task<IReadOnlyDictionary<MigrationVersion, string>> ChecksumsAsync(IReadOnlyList<MigrationDescriptor> migrations) =>
        new MigrationLoader([ScriptFolder.Csx()], kept).ChecksumsAsync(migrations, TestContext.Current.CancellationToken);

    private List<MigrationDescriptor> Write(string before) =>
        [.. Enumerable.Range(0, Many).Select(number => folder.Write($"20260301A{(char)('A' + (number / 26))}{(char)('A' + (number % 26))}-x{number}.csx", before + Text(number)))];

    /// <summary>Files that changed long enough ago.</summary>
    private async Task<List<MigrationDescriptor>> SettledAsync(string before = "")
    {
        var migrations = Write(before);
        var last = FileStatus.Of(migrations[^1].FilePath!)!.LastChange;
        while (DateTimeOffset.UtcNow.ToUnixTimeSeconds() < last + 2)
        {
            // Reading does not change them.
            await new MigrationLoader([ScriptFolder.Csx()]).ChecksumsAsync(migrations, TestContext.Current.CancellationToken);
        }

        return migrations;
    }

    private static string Text(int number) => $"void Up(Db db) {{ }} // {number}\nvoid Down(Db db) {{ }}";

    private sealed class Kept : IStampStore
    {
        public Dictionary<string, byte[]> Stamps { get; } = new(StringComparer.Ordinal);

        public bool IsOpen => true;

        public byte[]? Read(string name) => Stamps.GetValueOrDefault(name);

        public void Write(string name, byte[] stamp) => Stamps[name] = stamp;
    }
}
