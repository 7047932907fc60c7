using System.Globalization;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.House;

/// <summary>Files are small, so that one can be read at once.</summary>
public sealed class SizeTests
{
    private const int Longest = 300;
    private const int Long = 180;
    private const int Median = 80;

    [Fact]
    public void No_file_has_more_than_300_lines() => Found.Nothing(
        SourceFile.All.Where(file => file.Lines > Longest).Select(Told), $"Split by topic what is longer than {Longest} lines:");

    [Fact]
    public void Of_twenty_files_nineteen_have_at_most_180_lines()
    {
        var beyond = SourceFile.All.Where(file => file.Lines > Long).ToList();
        Assert.True(
            beyond.Count * 20 <= SourceFile.All.Count,
            $"{beyond.Count} of {SourceFile.All.Count} files are longer than {Long} lines:\n  {string.Join("\n  ", beyond.Select(Told))}");
    }

    [Fact]
    public void Half_of_the_files_have_at_most_80_lines()
    {
        var sizes = SourceFile.All.Select(file => file.Lines).Order().ToList();
        Assert.True(sizes.Count > 100, $"Only {sizes.Count} files were found: the test looks in the wrong place.");
        Assert.True(sizes[sizes.Count / 2] <= Median, string.Create(CultureInfo.InvariantCulture, $"The median of {sizes.Count} files is {sizes[sizes.Count / 2]} lines."));
    }

    private static string Told(SourceFile file) => string.Create(CultureInfo.InvariantCulture, $"{file.Path}: {file.Lines} lines");
}
