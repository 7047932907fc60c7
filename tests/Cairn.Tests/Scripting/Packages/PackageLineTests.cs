using Cairn.Scripting.Packages;
using Cairn.Scripting.Sources;
using Xunit;

namespace Cairn.Tests.Scripting.Packages;

public sealed class PackageLineTests
{
    [Theory]
    [InlineData("nuget: Humanizer.Core, 2.14.1", "Humanizer.Core", "2.14.1")]
    [InlineData("nuget:Humanizer.Core,2.14.1", "Humanizer.Core", "2.14.1")]
    [InlineData(" NuGet :x,1", null, null)]
    [InlineData("  NUGET:  a_b-c.D  ,  1  ", "a_b-c.D", "1.0.0")]
    [InlineData("nuget: X, 1.2", "X", "1.2.0")]
    [InlineData("nuget: X, 01.002.3.0", "X", "1.2.3")]
    [InlineData("nuget: X, 1.2.3.4", "X", "1.2.3.4")]
    [InlineData("nuget: X, 1.0.0-Beta.1+build.7", "X", "1.0.0-Beta.1")]
    [InlineData("lib/nuget.dll", null, null)]
    public void A_line_names_a_package_and_one_version(string value, string? id, string? version)
    {
        Assert.Equal(id is not null, PackageLine.Means(value));
        if (id is not null)
        {
            var line = Read(value);
            Assert.Equal((id, version), (line.Id, line.Version));
        }
    }

    [Theory]
    [InlineData("nuget: Humanizer.Core", "\"nuget: Humanizer.Core, 1.2.3\"")]
    [InlineData("nuget: Humanizer.Core,", "\"nuget: Humanizer.Core, 1.2.3\"")]
    [InlineData("nuget: X, *", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget: X, 2.*", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget: X, 2.0.0-*", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget: X, [1.0.0, 2.0.0)", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget: X, [1.0.0]", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget: X, latest", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget: X, 1.0.0, 2.0.0", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget: X, 1.2.3.4.5", "\"nuget: X, 1.2.3\"")]
    [InlineData("nuget:", "\"nuget: Humanizer.Core, 2.14.1\"")]
    [InlineData("nuget: , 1.0.0", "\"nuget: Humanizer.Core, 2.14.1\"")]
    [InlineData("nuget: <x>, 1.0.0", "\"nuget: Humanizer.Core, 2.14.1\"")]
    [InlineData("nuget: ../x, 1.0.0", "\"nuget: Humanizer.Core, 2.14.1\"")]
    public void What_is_not_exact_is_refused_with_the_form_that_is(string value, string form)
    {
        var error = Assert.Throws<CairnException>(() => Read(value));
        Assert.Equal((ErrorCodes.PackageLineInvalid, "migrations/x.csx", 4, 3), (error.Code, error.File, error.Line, error.Column));
        Assert.Contains(form, error.Fix, StringComparison.Ordinal);
    }

    private static PackageLine Read(string value) =>
        PackageLine.Read(new ScriptDirective(DirectiveKind.Reference, value, 4, 3), new ScriptFile("/m/x.csx", "migrations/x.csx", "x.csx", ""));
}
