// dotnet tool restore && dotnet cake --target=Default
//   --configuration=Debug|Release   of Build, Test, Engines and Examples (Pack and Smoke are always Release)
//   --release                       Pack for publishing: refused without the upstream packages

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");
var release = HasArgument("release");

var artifacts = MakeAbsolute(Directory("artifacts"));
var packages = artifacts.Combine("packages");
var upstream = artifacts.CombineWithFilePath("upstream.props");
var version = XmlPeek("Directory.Build.props", "/Project/PropertyGroup/Version");

// In the order of their references. The libraries name the packages that they are made with, so they are packed only where
// those exist; the tool carries everything that it needs.
var libraries = new[] { "runtime/Cairn.Schema", "runtime/Cairn.Runtime", "runtime/Cairn.Scripting" };
const string tool = "tool/Cairn.Tool";

void Run(string program, string arguments, DirectoryPath folder = null, IDictionary<string, string> environment = null)
{
    Information("> {0} {1}", program, arguments);
    var code = StartProcess(program, new ProcessSettings
    {
        Arguments = arguments,
        WorkingDirectory = folder ?? MakeAbsolute(Directory(".")),
        EnvironmentVariables = environment,
    });
    if (code != 0)
    {
        throw new CakeException($"{program} {arguments} ended with {code}.");
    }
}

string Read(string program, string arguments, DirectoryPath folder, IDictionary<string, string> environment = null)
{
    Information("> {0} {1}", program, arguments);
    var code = StartProcess(
        program,
        new ProcessSettings { Arguments = arguments, WorkingDirectory = folder, RedirectStandardOutput = true, EnvironmentVariables = environment },
        out var lines);
    var text = string.Join("\n", lines);
    return code == 0 ? text : throw new CakeException($"{program} {arguments} ended with {code}:\n{text}");
}

void RunTests(string project, string arguments = "") =>
    Run("dotnet", $"run --project tests/{project} --configuration {configuration} --no-build -- {arguments}");

bool HasUpstream() => XmlPeek(upstream, "/Project/PropertyGroup/UpstreamPackages") == "true";

Task("Clean").Does(() =>
{
    CleanDirectories("runtime/*/{bin,obj}");
    CleanDirectories("tool/*/{bin,obj}");
    CleanDirectories("tests/*/{bin,obj}");
    CleanDirectory(artifacts);
});

// SqlKata, SqlKata.Execution and MySqlConnector are used where the registry has them; see docs/decisions.
Task("Upstream").Does(() =>
{
    if (FileExists(upstream))
    {
        Information("UpstreamPackages={0}, found out before ({1}; delete it to ask again).", HasUpstream() ? "true" : "false", upstream);
        return;
    }

    var probe = artifacts.Combine("upstream-probe");
    EnsureDirectoryExists(probe);
    // Empty ones, so that the repository's own do not apply.
    System.IO.File.WriteAllText(probe.CombineWithFilePath("Directory.Build.props").FullPath, "<Project />\n");
    System.IO.File.WriteAllText(probe.CombineWithFilePath("Directory.Packages.props").FullPath, "<Project />\n");
    System.IO.File.WriteAllText(
        probe.CombineWithFilePath("Probe.csproj").FullPath,
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SqlKata" Version="4.0.1" />
            <PackageReference Include="SqlKata.Execution" Version="4.0.1" />
            <PackageReference Include="MySqlConnector" Version="2.4.0" />
          </ItemGroup>
        </Project>
        """);
    var code = StartProcess(
        "dotnet",
        new ProcessSettings { Arguments = "restore Probe.csproj --verbosity quiet", WorkingDirectory = probe, RedirectStandardOutput = true },
        out var output);
    if (code != 0 && !output.Any(line => line.Contains("NU1101") || line.Contains("NU1102") || line.Contains("NU1103")))
    {
        // Not an answer: a registry that cannot be asked must not decide what is built.
        throw new CakeException("The three packages could not be asked for:\n" + string.Join("\n", output));
    }

    var found = code == 0 ? "true" : "false";
    System.IO.File.WriteAllText(
        upstream.FullPath,
        $"<Project>\n  <PropertyGroup>\n    <UpstreamPackages>{found}</UpstreamPackages>\n  </PropertyGroup>\n</Project>\n");
    Information(
        "UpstreamPackages={0}: {1}.",
        found,
        code == 0 ? "SqlKata, SqlKata.Execution and MySqlConnector restore" : "the registry lacks at least one of the three; runtime/SqlKata is compiled");
});

Task("Restore").IsDependentOn("Upstream").Does(() => Run("dotnet", "restore Tool.sln --verbosity quiet"));

Task("Build").IsDependentOn("Restore").Does(() => Run("dotnet", $"build Tool.sln --configuration {configuration} --no-restore --nologo --verbosity quiet"));

Task("Test").IsDependentOn("Build").Does(() => RunTests("Cairn.Tests"));

Task("InstallEngines").WithCriteria(!IsRunningOnWindows()).Does(() => Run("bash", "tests/install-engines.sh"));

Task("Engines").IsDependentOn("Build").IsDependentOn("InstallEngines").Does(() => RunTests("Cairn.Engines.Tests"));

// Every kind of fault at every statement, and the numbers into docs/reliability.md. It takes long; the engine tests run a sample.
Task("Faults").IsDependentOn("Build").IsDependentOn("InstallEngines").Does(() => RunTests("Cairn.Faults", "--write-docs"));

Task("Examples").IsDependentOn("Build").IsDependentOn("InstallEngines").Does(() =>
    RunTests("Cairn.Engines.Tests", "--filter-class *.ExampleTests *.ContentSystemTests *.TakeOverTests"));

// The pages that list things are held against the code by tests.
Task("Docs").IsDependentOn("Build").Does(() => RunTests("Cairn.Tests", "--filter-namespace Cairn.Tests.House --ignore-exit-code 8"));

Task("Pack").IsDependentOn("Upstream").Does(() =>
{
    if (release && !HasUpstream())
    {
        throw new CakeException("A release carries SqlKata, SqlKata.Execution and MySqlConnector themselves; the registry in use lacks them. Pack it where they restore.");
    }

    CleanDirectory(packages);
    if (!HasUpstream())
    {
        Information("Only the tool is packed: the libraries would name a package SqlKata that the registry lacks.");
    }

    foreach (var project in HasUpstream() ? [.. libraries, tool] : new[] { tool })
    {
        Run("dotnet", $"pack {project} --configuration Release --output \"{packages}\" --nologo --verbosity quiet");
    }

    Run("dotnet", $"pack templates/Cairn.Templates.csproj --configuration Release --output \"{packages}\" --nologo --verbosity quiet");

    foreach (var file in GetFiles($"{packages}/*.nupkg"))
    {
        Information("{0} ({1:N0} bytes)", file.GetFilename(), FileSize(file));
    }
});

// What a user does: install the packed tool, and run it in a folder that has nothing to do with this one.
Task("Smoke").IsDependentOn("Pack").Does(() =>
{
    var folder = new DirectoryPath(System.IO.Directory.CreateTempSubdirectory("cairn-smoke-").FullName);
    try
    {
        var tools = folder.Combine("tools");
        var work = folder.Combine("work");
        // The user's package cache may hold an earlier build of the same version, and the SDK remembers where a local tool of a
        // version lay, also after that folder is gone.
        var home = folder.Combine("home");
        var clean = new Dictionary<string, string>
        {
            ["NUGET_PACKAGES"] = folder.Combine("packages").FullPath,
            ["XDG_CACHE_HOME"] = folder.Combine("cache").FullPath,
            ["DOTNET_CLI_HOME"] = home.FullPath,
            ["DOTNET_NOLOGO"] = "1",
        };
        // Another home has no registries: take the user's with it.
        var registries = new DirectoryPath(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile)).CombineWithFilePath(".nuget/NuGet/NuGet.Config");
        if (FileExists(registries))
        {
            EnsureDirectoryExists(home.Combine(".nuget/NuGet"));
            CopyFile(registries, home.CombineWithFilePath(".nuget/NuGet/NuGet.Config"));
        }

        Run("dotnet", $"tool install Cairn.Tool --version {version} --tool-path \"{tools}\" --add-source \"{packages}\"", environment: clean);
        CopyDirectory("examples/01-first-migration", work);

        var command = tools.CombineWithFilePath(IsRunningOnWindows() ? "dotnet-cairn.exe" : "dotnet-cairn").FullPath;
        Run(command, "migrate:latest", work, clean);
        Expect("20260119A", Read(command, "migrate:current", work, clean));
        Run(command, "migrate:rollback --all --yes", work, clean);

        Run("dotnet", "new tool-manifest", work, clean);
        Run("dotnet", $"tool install Cairn.Tool --version {version} --add-source \"{packages}\"", work, clean);
        Run("dotnet", "cairn migrate:latest", work, clean);
        Expect("20260119A", Read("dotnet", "cairn migrate:current", work, clean));
        if (!FileExists(work.CombineWithFilePath("cairn.db")))
        {
            throw new CakeException("The tool ran, but there is no cairn.db in its working folder.");
        }
    }
    finally
    {
        DeleteDirectory(folder, new DeleteDirectorySettings { Recursive = true, Force = true });
    }

    Information("The packed tool installs, and runs example 01 both ways.");

    void Expect(string expected, string seen)
    {
        if (seen.Trim() != expected)
        {
            throw new CakeException($"Expected '{expected}', and the tool printed '{seen}'.");
        }
    }
});

Task("Default")
    .IsDependentOn("Test")
    .IsDependentOn("Engines")
    .IsDependentOn("Docs")
    .IsDependentOn("Smoke");

RunTarget(target);
