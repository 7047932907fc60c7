using Cairn.Runtime.Migrations;
using Cairn.Tool.Commands.Fleets;
using Xunit;

namespace Cairn.Tests.Tool.Fleets;

/// <summary>What all targets share is loaded once, whoever comes first and however many come at once.</summary>
public sealed class SharedFormatTests
{
    private static readonly MigrationDescriptor[] All = [.. Enumerable.Range(1, 5).Select(number => Descriptor($"{number}"))];

    [Fact]
    public async Task Each_migration_is_loaded_once_for_all_targets()
    {
        var counting = new Counting();
        using var shared = new SharedFormat(counting, All.Contains);
        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(target => Task.Run(() => shared.LoadAsync(All[(target % 5)..], CancellationToken.None))));
        Assert.All(results.Select((result, target) => (result, target)), pair => Assert.Equal(All[(pair.target % 5)..], pair.result.Migrations.Select(migration => migration.Descriptor)));
        Assert.Equal(All.Select(migration => migration.Path).Order(StringComparer.Ordinal), counting.Loaded.Order(StringComparer.Ordinal));

        Assert.Equal("text 1", (await shared.ReadAsync(All[0], CancellationToken.None)).Text);
        Assert.Equal("text 1", (await shared.ReadAsync(All[0], CancellationToken.None)).Text);
        Assert.Equal(1, counting.Reads);
    }

    [Fact]
    public async Task What_does_not_compile_is_tried_once_and_told_to_each()
    {
        var counting = new Counting { IsBroken = migration => migration.Path == "3" };
        using var shared = new SharedFormat(counting, All.Contains);
        for (var target = 0; target < 3; target++)
        {
            var result = await shared.LoadAsync(All, CancellationToken.None);
            Assert.Equal(["1", "2", "4", "5"], result.Migrations.Select(migration => migration.Descriptor.Path));
            Assert.Equal("3 is broken", Assert.Single(result.Errors).Message);
        }

        Assert.Equal(5, counting.Loaded.Count);
        Assert.Empty((await shared.LoadAsync(All[3..], CancellationToken.None)).Errors);
    }

    [Fact]
    public async Task What_one_database_has_in_its_log_is_its_own()
    {
        var counting = new Counting();
        using var shared = new SharedFormat(counting, All.Contains);
        await shared.LoadAsync(All, CancellationToken.None);
        // The same version, path and all, but of a text that another database has not.
        var own = All[0] with { EmbeddedText = () => "own" };
        Assert.Same(own, Assert.Single((await shared.LoadAsync([own], CancellationToken.None)).Migrations).Descriptor);
        Assert.Same(All[0], Assert.Single((await shared.LoadAsync([All[0]], CancellationToken.None)).Migrations).Descriptor);
        Assert.Equal(6, counting.Loaded.Count);
    }

    [Fact]
    public async Task What_does_not_compile_of_one_log_says_nothing_of_another()
    {
        using var shared = new SharedFormat(new Counting { IsBroken = migration => migration.EmbeddedText?.Invoke() == "broken" }, All.Contains);
        Assert.Single((await shared.LoadAsync([All[0] with { EmbeddedText = () => "broken" }], CancellationToken.None)).Errors);
        Assert.Empty((await shared.LoadAsync([All[0] with { EmbeddedText = () => "sound" }], CancellationToken.None)).Errors);
    }

    private static MigrationDescriptor Descriptor(string version) => new(new MigrationVersion(version), version, MigrationSourceKind.Custom, version) { Format = ".csx" };

    private sealed class Counting : IMigrationFormat
    {
        public List<string> Loaded { get; } = [];

        public int Reads { get; private set; }

        public Func<MigrationDescriptor, bool> IsBroken { get; init; } = _ => false;

        public IReadOnlyList<string> Endings => [".csx"];

        public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) =>
            ValueTask.FromResult(new MigrationSourceText($"text {++Reads}", ""));

        public async Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
        {
            await Task.Yield();
            Loaded.AddRange(migrations.Select(migration => migration.Path));
            return new LoadResult(
                [.. migrations.Where(migration => !IsBroken(migration)).Select(migration => new LoadedMigration(migration, new MigrationSourceText("", "")) { Up = (_, _) => Task.CompletedTask })],
                [.. migrations.Where(IsBroken).Select(migration => new CairnException(ErrorCodes.CompileError, $"{migration.Path} is broken"))]);
        }
    }
}
