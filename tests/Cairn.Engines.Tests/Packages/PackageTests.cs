using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Packages;

/// <summary>What a script has from <c>#r "nuget: Id, version"</c>, and what the lock file is good for.</summary>
public sealed class PackageTests(EngineServers servers)
{
    private const string Main = "20260301A-x.csx";

    private const string Line = "#r \"nuget: Outer, 1.0\"";

    [Fact]
    public async Task A_package_is_fetched_with_what_it_needs_and_locked_and_not_fetched_again()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.1.0").Add("Outer", "1.0.0", [("Inner", "1.0.0")]);
        project.WriteLogging(Main, Line, "Outer.Say()");
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("it says: Outer 1.0.0, Inner 1.1.0");
        var locked = await File.ReadAllTextAsync(project.Lock, TestContext.Current.CancellationToken);
        Assert.Contains("\"Inner/1.1.0\"", locked, StringComparison.Ordinal);

        Directory.Delete(project.Feed.Folder, recursive: true);
        (await project.DoCutOffAsync("migrate:redo")).ShouldComplainOf("it says: Outer 1.0.0, Inner 1.1.0");
        Assert.False(project.HasAskedForSdk);
        Assert.Equal(locked, await File.ReadAllTextAsync(project.Lock, TestContext.Current.CancellationToken));

        // Nothing is pending: not even the lock is read.
        await File.WriteAllTextAsync(project.Lock, "no lock", TestContext.Current.CancellationToken);
        await project.DoCutOffAsync("migrate:latest");
        await project.RefuseCutOffAsync(["CAIRN2017", PackageProject.LockName], "migrate:redo");
        File.Delete(project.Lock);
        await project.RefuseCutOffAsync(["CAIRN2016", Main + "(1,1)", "Outer, 1.0"], "migrate:redo");
        Assert.True(project.HasAskedForSdk);
    }

    [Fact]
    public async Task What_is_locked_is_fetched_again_as_it_was_though_the_source_has_more_now()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.1.0").Add("Outer", "1.0.0", [("Inner", "1.0.0")]);
        project.WriteLogging(Main, Line, "Outer.Say()");
        await project.DoAsync("migrate:validate");

        project.ForgetPackages();
        project.Feed.Add("Inner", "1.0.0");
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("it says: Outer 1.0.0, Inner 1.1.0");
        project.ForgetPackages();
        File.Delete(project.Lock);
        (await project.DoAsync("migrate:redo")).ShouldComplainOf("it says: Outer 1.0.0, Inner 1.0.0");
    }

    [Fact]
    public async Task Every_script_has_the_versions_that_it_names()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0").Add("Inner", "2.0.0").Add("Outer", "1.0.0", [("Inner", "1.0.0")]);
        project.Write("lib/inner.csx", "#r \"NuGet:inner,2.0.0\"\nstring Deep() => Inner.Say();\n");
        project.WriteLogging(Main, Line, "Outer.Say()");
        project.WriteLogging("20260301B-y.csx", "#load \"lib/inner.csx\"", "Deep()");
        project.WriteLogging("20260301C-z.csx", "#r \"nuget: Outer, 1.0.0\"\n#load \"lib/inner.csx\"", "Outer.Say() + Deep()");
        project.WriteLogging("20260301D-d.csx", "#r \"nuget: Inner, 1.0.0\"", "Inner.Say()");
        (await project.DoAsync("migrate:latest")).ShouldComplainOf(
            "it says: Outer 1.0.0, Inner 1.0.0", "it says: Inner 2.0.0", "it says: Outer 1.0.0, Inner 2.0.0Inner 2.0.0", "it says: Inner 1.0.0");
        await project.DoCutOffAsync("migrate:validate");
        Assert.False(project.HasAskedForSdk);
    }

    [Fact]
    public async Task A_bundle_carries_the_versions_that_each_script_names()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0").Add("Inner", "2.0.0").Add("Outer", "1.0.0", [("Inner", "1.0.0")]);
        project.WriteLogging(Main, Line, "Outer.Say()");
        project.WriteLogging("20260301B-y.csx", "#r \"nuget: Inner, 2.0.0\"", "Inner.Say()");
        await project.DoAsync("migrate:bundle", "-o", "all.bundle");

        Directory.Delete(project.Workspace.Migrations, recursive: true);
        project.ForgetPackages();
        (await project.DoCutOffAsync("migrate:latest", "--bundle", "all.bundle")).ShouldComplainOf("it says: Outer 1.0.0, Inner 1.0.0", "it says: Inner 2.0.0");
        Assert.False(project.HasAskedForSdk);
    }

    [Fact]
    public async Task Processes_may_write_the_lock_at_the_same_time()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0");
        project.WriteLogging(Main, "#r \"nuget: Inner, 1.0.0\"", "Inner.Say()");
        await Task.WhenAll(project.DoAsync("migrate:validate"), project.DoAsync("migrate:validate"));
        (await project.DoCutOffAsync("migrate:latest")).ShouldComplainOf("it says: Inner 1.0.0");
        Assert.Equal([project.Lock], Directory.GetFiles(project.Workspace.Migrations, "*cairn.packages*"));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_to_is_warned_of()
    {
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0");
        project.WriteLogging(Main, "#r \"nuget: Inner, 1.0.0\"", "Inner.Say()");
        project.Workspace.OpenToEverybody();
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(project.Workspace.Migrations, (UnixFileMode)0b101_101_101);
        }

        var call = project.Call("migrate:validate");
        var result = await CairnTool.RunAsync(call with
        {
            WithoutRootRights = true,
            Environment = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal) { ["HOME"] = project.Workspace.Folder, ["CAIRN_CONNECTION"] = "sqlite::memory:" },
        });
        result.ShouldExit(0).ShouldComplainOf("warning", PackageProject.LockName);
        Assert.False(File.Exists(project.Lock));
    }

    [Fact]
    public async Task Native_libraries_and_drill_scripts_have_their_packages_too()
    {
        var library = Directory.GetFiles(Path.Combine(AppContext.BaseDirectory, "runtimes"), "libe_sqlite3.so", SearchOption.AllDirectories)
            .FirstOrDefault(file => file.Contains("linux-x64", StringComparison.Ordinal));
        Assert.SkipWhen(library is null || !OperatingSystem.IsLinux(), "a library for this system is needed");
        await using var project = await PackageProject.NewAsync(servers);
        project.Feed.Add("Inner", "1.0.0", files: [("runtimes/linux-x64/native/libtale.so", library)]);
        const string Import = "#r \"nuget: Inner, 1.0.0\"\n[System.Runtime.InteropServices.DllImport(\"tale\", EntryPoint = \"sqlite3_libversion_number\")]\nstatic extern int Tale();";
        project.WriteLogging(Main, Import, "(Tale() > 3000000)");
        (await project.DoAsync("migrate:latest")).ShouldComplainOf("it says: True");
        await project.RefuseCutOffAsync(["CAIRN2018", Main, "libtale.so"], "migrate:bundle", "-o", "all.bundle");

        project.Write("../drills/one.csx", "#r \"nuget: Inner, 1.0.0\"\nasync Task Run(Drill drill) { if (Inner.Say() != \"Inner 1.0.0\") throw new Exception(Inner.Say()); await drill.Latest(); }\n");
        await project.DoAsync("migrate:drill", "--script", "drills/one.csx");
        Assert.True(File.Exists(Path.Combine(project.Workspace.Folder, "extensions", "drills", PackageProject.LockName)));
    }
}
