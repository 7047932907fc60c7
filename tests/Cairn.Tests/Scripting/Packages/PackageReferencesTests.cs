using Cairn.Scripting.Packages;
using Cairn.Scripting.Sources;
using Xunit;

namespace Cairn.Tests.Scripting.Packages;

public sealed class PackageReferencesTests
{
    private static readonly LockedPackage Many = new(
        new PackageName("Many", "1.0.0"), "",
        ["ref/net8.0/Many.dll", "lib/net8.0/Same.dll", "lib/net8.0/Dapper.dll", "lib/net8.0/System.Text.Json.dll", "lib/net8.0/Spectre.Console.dll"],
        ["lib/net8.0/Many.dll", "lib/net8.0/Same.dll", "lib/net8.0/Dapper.dll", "lib/net8.0/Later.dll", "lib/net8.0/Spectre.Console.dll"],
        [new SystemFile("runtimes/unix/lib/net8.0/Many.dll", "unix", IsNative: false), new SystemFile("runtimes/linux-x64/native/libx.so", "linux-x64", IsNative: true)]);

    [Theory]
    [InlineData("linux", "runtimes/unix/lib/net8.0/Many.dll")]
    [InlineData("win", "lib/net8.0/Many.dll")]
    public void Every_file_is_taken_for_what_it_is_for(string family, string many)
    {
        var references = PackageReferences.Of([(Many, "many")], SystemNames.Of(family, "x64")).ToList();
        var own = references.Where(reference => !reference.IsPlatform).Select(reference => $"{reference.Use} {reference.Path.Replace('\\', '/')}").Order(StringComparer.Ordinal);
        string[] natives = family == "linux" ? ["Native many/runtimes/linux-x64/native/libx.so"] : [];
        Assert.Equal(
            [
                "All many/lib/net8.0/Same.dll", "All many/lib/net8.0/Spectre.Console.dll", "Compile many/ref/net8.0/Many.dll",
                .. natives, "Run many/lib/net8.0/Later.dll", $"Run many/{many}",
            ],
            own);
        // What scripts share with the tool is the tool's, whatever version the package brings.
        Assert.Equal(["Dapper.dll", "System.Text.Json.dll"], references.Where(reference => reference.IsPlatform).Select(reference => Path.GetFileName(reference.Path)));
        Assert.DoesNotContain(references, reference => reference.IsPlatform && reference.Path.StartsWith("many", StringComparison.Ordinal));
        Assert.All(references, reference => Assert.Equal("nuget: Many, 1.0.0", reference.Value));
        Assert.Contains(references, reference => reference.Use == ReferenceUse.Run);
    }
}
