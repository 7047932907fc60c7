using Xunit;

namespace Cairn.Tests.Schema.Golden;

public sealed class GoldenTests
{
    public static TheoryData<Client, string> Said => Pairs((client, golden) => golden.Clients.Contains(client));

    public static TheoryData<Client, string> Refused => Pairs((client, golden) => !golden.Clients.Contains(client) && !golden.NotAsked.Contains(client));

    [Theory]
    [MemberData(nameof(Said))]
    public async Task Renders_as_its_golden_file_says(Client client, string name)
    {
        var text = await GoldenText.RenderAsync(GoldenDialects.Of(client), Case(name), TestContext.Current.CancellationToken);
        var path = PathOf(client, name);
        if (Environment.GetEnvironmentVariable("CAIRN_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            await File.WriteAllTextAsync(path, text, TestContext.Current.CancellationToken);
            return;
        }

        Assert.True(File.Exists(path), $"{client} has no golden file for {name}; CAIRN_GOLDEN=write writes it, then read it.");
        Assert.Equal(await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken), text, ignoreLineEndingDifferences: true);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task What_a_database_cannot_do_is_refused_by_name(Client client, string name)
    {
        var error = await Assert.ThrowsAsync<CairnException>(
            () => GoldenText.RenderAsync(GoldenDialects.Of(client), Case(name), TestContext.Current.CancellationToken));
        Assert.Equal(ErrorCodes.OperationUnsupported, error.Code);
        Assert.NotNull(error.Fix);
        Assert.False(File.Exists(PathOf(client, name)), $"{client} refuses {name}, but has a golden file for it.");
    }

    [Fact]
    public void Every_golden_file_belongs_to_a_case()
    {
        var names = GoldenCases.All.Select(golden => golden.Name).ToHashSet();
        var strangers = Directory.EnumerateFiles(Folder(), "*.sql", SearchOption.AllDirectories).Where(path => !names.Contains(Path.GetFileNameWithoutExtension(path)));
        Assert.Empty(strangers);
    }

    [Fact]
    public void Every_case_has_a_name_of_its_own() =>
        Assert.Equal(GoldenCases.All.Count, GoldenCases.All.Select(golden => golden.Name).Distinct(StringComparer.Ordinal).Count());

    private static GoldenCase Case(string name) => GoldenCases.All.Single(golden => golden.Name == name);

    private static string PathOf(Client client, string name) => Path.Combine(Folder(), client.ToString().ToLowerInvariant(), name + ".sql");

    private static string Folder()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Tool.sln")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("No Tool.sln above the test's folder.");
        }

        return Path.Combine(folder.FullName, "tests", "Cairn.Tests", "golden");
    }

    private static TheoryData<Client, string> Pairs(Func<Client, GoldenCase, bool> wanted)
    {
        var pairs = new TheoryData<Client, string>();
        foreach (var client in GoldenDialects.All.Select(dialect => dialect.Client))
        {
            foreach (var golden in GoldenCases.All.Where(golden => wanted(client, golden)))
            {
                pairs.Add(client, golden.Name);
            }
        }

        return pairs;
    }
}
