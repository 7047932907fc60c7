using Cairn.Runtime.Migrations;
using Xunit;

namespace Cairn.Tests.Migrations;

/// <summary>Two versions are the same without regard to case, and then have one hash, which is made by hand.</summary>
public sealed class MigrationVersionTests
{
    [Theory]
    [InlineData("20260301A", "20260301a")]
    [InlineData("v1_Start", "V1_sTART")]
    [InlineData("Größe-ÄÖ", "gRÖßE-äö")]
    [InlineData("ΣΊΣΥΦΟΣ", "σίσυφοσ")]
    [InlineData("", "")]
    public void The_same_but_for_case_is_one_version(string one, string other)
    {
        Assert.Equal(new MigrationVersion(one), new MigrationVersion(other));
        Assert.Equal(new MigrationVersion(one).GetHashCode(), new MigrationVersion(other).GetHashCode());
    }

    [Theory]
    [InlineData("20260301A", "20260301B")]
    [InlineData("A@", "A`")]
    [InlineData("[", "{")]
    public void Another_text_is_another_version(string one, string other) => Assert.NotEqual(new MigrationVersion(one), new MigrationVersion(other));

    [Fact]
    public void Whatever_is_the_same_version_as_a_letter_has_its_hash()
    {
        // Signs such as the Kelvin's have a small letter of ASCII; those of a text in ASCII and of any other are made in two ways.
        var ascii = Enumerable.Range(0, 128).Select(code => new MigrationVersion($"x{(char)code}")).ToArray();
        for (var code = 0; code <= char.MaxValue; code++)
        {
            var version = new MigrationVersion($"x{(char)code}");
            Assert.All(ascii.Where(version.Equals), same => Assert.Equal(same.GetHashCode(), version.GetHashCode()));
        }
    }

    [Fact]
    public void Versions_of_a_usual_history_hardly_share_a_hash()
    {
        var hashes = Enumerable.Range(0, 10_000).Select(number => new MigrationVersion($"{20200101 + (number / 26)}{(char)('A' + (number % 26))}").GetHashCode()).ToHashSet();
        Assert.True(hashes.Count > 9_900, $"{hashes.Count} hashes of 10,000 versions");
    }
}
