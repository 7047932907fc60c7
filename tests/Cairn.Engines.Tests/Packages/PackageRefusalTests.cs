using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Packages;

/// <summary>Packages that cannot be had: what is wrong, at which line of which script, before anything is run.</summary>
public sealed class PackageRefusalTests(EngineServers servers)
{
    private const string Main = "20260301A-x.csx";

    [Fact]
    public async Task What_no_source_has_and_what_does_not_fit_is_said_at_the_line_that_asks_for_it()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0").Add("Inner", "2.0.0").Add("Able", "2.0.0", [("Inner", "2.0.0")]);
        project.Write("lib/none.csx", "// a word\n  #r \"nuget: Nobody.Has.This, 1.0.0\"\n");
        project.WriteLogging(Main, "#load \"lib/none.csx\"", "1");
        project.WriteLogging("20260301B-y.csx", "\n#r \"nuget: Inner, 1.5.0\"", "1");
        project.WriteLogging("20260301C-z.csx", "#r \"nuget: Able, 2.0.0\"\n#r \"nuget: Inner, 1.0.0\"", "1");
        project.WriteLogging("20260301D-floating.csx", "#r \"nuget: Inner, 1.*\"", "1");
        project.Write("lib/inner.csx", "#r \"nuget: Inner, 2.0.0\"\n");
        project.WriteLogging("20260301E-two.csx", "#r \"nuget: Inner, 1.0.0\"\n#load \"lib/inner.csx\"", "1");
        project.WriteLogging("20260301F-good.csx", "#r \"nuget: Inner, 2.0.0\"", "Inner.Say()");
        var result = await project.RefuseAsync([], "migrate:latest");
        Assert.Matches(@"lib/none\.csx\(2,3\): error CAIRN2012: .*Nobody\.Has\.This", result.Errors);
        Assert.Matches(@"20260301B-y\.csx\(2,1\): error CAIRN2012: .*Inner.*1\.5\.0", result.Errors);
        Assert.Matches(@"20260301C-z\.csx\(2,1\): error CAIRN2013: .*Inner", result.Errors);
        Assert.Matches(@"20260301D-floating\.csx\(1,1\): error CAIRN2011: .*'1\.\*' is not one exact version", result.Errors);
        Assert.Matches(@"lib/inner\.csx\(1,1\): error CAIRN2013: .*Inner 1\.0\.0", result.Errors);
        Assert.DoesNotContain("20260301F", result.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("NU1", result.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_package_with_another_content_than_the_locked_one_is_refused()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0").Add("Outer", "1.0.0", [("Inner", "1.0.0")]);
        project.WriteLogging(Main, "#r \"nuget: Outer, 1.0.0\"", "Outer.Say()");
        await project.DoAsync("migrate:validate");

        // The source gives something else under the old name.
        project.ForgetPackages();
        project.Feed.Add("Inner", "1.0.0", files: [("extra.txt", project.Lock)]);
        await project.RefuseAsync(["CAIRN2015", Main + "(1,1)", "Inner 1.0.0"], "migrate:latest");
        // And it is in the packages folder by now.
        await project.RefuseCutOffAsync(["CAIRN2015", "Inner 1.0.0"], "migrate:latest");
        Assert.False(project.HasAskedForSdk);

        // Another script's set finds out what it needs anew, and is held to the same content.
        project.WriteLogging(Main, "#r \"nuget: Inner, 1.0.0\"", "Inner.Say()");
        await project.RefuseAsync(["CAIRN2015", "Inner 1.0.0"], "migrate:latest");
        File.Delete(project.Lock);
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("it says: Inner 1.0.0");
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Without_a_source_the_missing_package_and_the_source_are_named(bool isLocked)
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0").Add("Outer", "1.0.0", [("Inner", "1.0.0")]);
        project.WriteLogging(Main, "\n#r \"nuget: Outer, 1.0.0\"", "Outer.Say()");
        if (isLocked)
        {
            await project.DoAsync("migrate:validate");
            Directory.Delete(Path.Combine(project.Packages, "inner"), recursive: true);
        }

        const string Source = "http://127.0.0.1:9/v3/index.json";
        project.UseSource(Source);
        var missing = isLocked ? "Inner 1.0.0 is not in " : "Outer 1.0.0 is not in ";
        await project.RefuseAsync(["CAIRN2014", Main + "(2,1)", missing + project.Packages, Source, "migrate:validate"], "migrate:latest");
        await project.RefuseCutOffAsync(["CAIRN2016", Main + "(2,1)", missing + project.Packages, "no .NET SDK"], "migrate:latest");
    }
}
