using Cairn.Scripting.Packages;
using Xunit;

namespace Cairn.Tests.Scripting.Packages;

public sealed class PackageFoldersTests : IDisposable
{
    private readonly ScriptFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void The_nearest_configuration_says_where_packages_are_and_the_environment_has_the_last_word()
    {
        Configure("nuget.config", "<config><add key=\"globalPackagesFolder\" value=\"far\" /></config><fallbackPackageFolders><add key=\"x\" value=\"kept\" /></fallbackPackageFolders>");
        Assert.Equal([folder.File("far"), folder.File("kept")], Of("a/b"));
        Configure("a/NuGet.Config", "<config><add key=\"GlobalPackagesFolder\" value=\"near/it\" /></config>");
        Assert.Equal([folder.File("a/near/it"), folder.File("kept")], Of("a/b"));
        Assert.Equal([folder.File("own"), folder.File("kept")], Of("a/b", folder.File("own")));
        Assert.Equal([folder.File("a/near/it"), folder.File("kept")], Of("a/b", "relative"));
    }

    [Fact]
    public void A_configuration_that_cannot_be_read_is_left_to_NuGet()
    {
        Configure("nuget.config", "<config>");
        Assert.NotEmpty(Of("a"));
    }

    private IEnumerable<string> Of(string name, string? packages = null) =>
        PackageFolders.Of(folder.File(name), variable => variable == "NUGET_PACKAGES" ? packages : null).Select(Path.GetFullPath);

    private void Configure(string name, string text) => folder.Write(name, $"<configuration>{text}</configuration>");
}
