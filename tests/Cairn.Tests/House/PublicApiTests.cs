using Cairn.Runtime.Migrations;
using Cairn.Scripting.Formats;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.House;

/// <summary>What the libraries show to the outside is written down: a change of it is seen, and meant.</summary>
public sealed class PublicApiTests
{
    public static TheoryData<string> Libraries => ["Cairn.Schema", "Cairn.Runtime", "Cairn.Scripting"];

    [Theory]
    [MemberData(nameof(Libraries))]
    public void It_is_as_the_golden_file_says(string library)
    {
        var assembly = library switch
        {
            "Cairn.Schema" => typeof(Cairn.Schema.Dialects.Dialect).Assembly,
            "Cairn.Runtime" => typeof(MigrationSet).Assembly,
            _ => typeof(CsxFormat).Assembly,
        };
        Assert.Equal(library, assembly.GetName().Name);
        var text = PublicApi.Of(assembly);
        var file = Repository.Full($"tests/Cairn.Tests/golden/libraries/{library}.txt");
        if (Environment.GetEnvironmentVariable("CAIRN_GOLDEN") == "write")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"{file} is not there; run this test with CAIRN_GOLDEN=write.");
        Assert.Equal(File.ReadAllText(file).ReplaceLineEndings("\n"), text);
    }
}
