// dotnet tool restore && dotnet cake --target=Default
//   --configuration=Debug|Release   of Build, Test, Engines and Examples (Pack and Smoke are always Release)
//   --release                       Pack for publishing: refused without the upstream packages

var target = Argument("target", "Default");
var configuration = Argument("configuration", "Release");
var release = HasArgument("release");

var artifacts = MakeAbsolute(Directory("artifacts"));
var packages = artifacts.Combine("packages");
var launchers = artifacts.Combine("launchers");
var upstream = artifacts.CombineWithFilePath("upstream.props");
var version = XmlPeek("Directory.Build.props", "/Project/PropertyGroup/Version");

// In the order of their references. Where the upstream packages cannot be had, Cairn.Runtime carries what stands in for them; see docs/decisions/0001.
var libraries = new[] { "runtime/Cairn.Schema", "runtime/Cairn.Runtime", "runtime/Cairn.Scripting" };
const string tool = "tool/Cairn.Tool";

// Each gets a package of its own, compiled ahead; any other runtime gets the package "any". What compiles ahead for a runtime comes
// from the registry: the compiler, the runtime to compile against, and the executable.
var runtimes = new[] { "linux-x64", "linux-arm64", "linux-musl-x64", "osx-arm64", "osx-x64", "win-x64", "win-arm64" };
var runtimesFound = artifacts.CombineWithFilePath("runtimes.txt");

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

// A project that takes nothing from the repository; the answer of its restore.
(int Code, IReadOnlyList<string> Output) Probe(string name, string content, string arguments = "")
{
    var folder = artifacts.Combine(name);
    EnsureDirectoryExists(folder);
    System.IO.File.WriteAllText(folder.CombineWithFilePath("Directory.Build.props").FullPath, "<Project />\n");
    System.IO.File.WriteAllText(folder.CombineWithFilePath("Directory.Packages.props").FullPath, "<Project />\n");
    System.IO.File.WriteAllText(folder.CombineWithFilePath("Probe.csproj").FullPath, $"<Project Sdk=\"Microsoft.NET.Sdk\">\n{content}\n</Project>\n");
    var code = StartProcess(
        "dotnet",
        new ProcessSettings { Arguments = $"restore Probe.csproj --verbosity quiet {arguments}", WorkingDirectory = folder, RedirectStandardOutput = true },
        out var lines);
    var output = lines.ToList();
    // Not an answer: a registry that cannot be asked must not decide what is built.
    return code == 0 || output.Any(line => line.Contains("NU1101") || line.Contains("NU1102") || line.Contains("NU1103"))
        ? (code, output)
        : throw new CakeException("The registry could not be asked:\n" + string.Join("\n", output));
}

bool HasUpstream() => XmlPeek(upstream, "/Project/PropertyGroup/UpstreamPackages") == "true";

Task("Clean").Does(() =>
{
    CleanDirectories("runtime/*/{bin,obj}");
    CleanDirectories("tool/*/{bin,obj}");
    CleanDirectories("tests/*/{bin,obj}");
    CleanDirectories("examples/*/{bin,obj}");
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

    var (code, _) = Probe(
        "upstream-probe",
        """
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="SqlKata" Version="4.0.1" />
            <PackageReference Include="SqlKata.Execution" Version="4.0.1" />
            <PackageReference Include="MySqlConnector" Version="2.4.0" />
          </ItemGroup>
        """);
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

// Whole processes beside floors and peers, and the table into docs/performance.md; with --rows, --engines, --entrants or --runs only to look at.
Task("Bench").IsDependentOn("Upstream").IsDependentOn("InstallEngines").Does(() =>
{
    var chosen = string.Join(' ', new[] { "rows", "engines", "entrants", "runs", "tool" }.Where(name => HasArgument(name)).Select(name => $"--{name} {Argument<string>(name)}"));
    Run("dotnet", $"run --project tests/Cairn.Benchmarks --configuration Release -- {(chosen == "" ? "--write-docs" : chosen)}");
});

Task("Examples").IsDependentOn("Build").IsDependentOn("InstallEngines").Does(() =>
    RunTests("Cairn.Engines.Tests", "--filter-class *.ExampleTests *.ContentSystemTests *.TakeOverTests *.HostExampleTests"));

// The pages that list things are held against the code by tests.
Task("Docs").IsDependentOn("Build").Does(() => RunTests("Cairn.Tests", "--filter-namespace Cairn.Tests.House --ignore-exit-code 8"));

// Which runtimes can be compiled ahead for, with the registry in use.
Task("Runtimes").Does(() =>
{
    if (!FileExists(runtimesFound))
    {
        const string probe = """
              <PropertyGroup>
                <TargetFramework>net10.0</TargetFramework>
                <OutputType>Exe</OutputType>
                <SelfContained>false</SelfContained>
                <PublishReadyToRun>true</PublishReadyToRun>
                <DisableTransitiveFrameworkReferenceDownloads>true</DisableTransitiveFrameworkReferenceDownloads>
              </PropertyGroup>
            """;
        var lines = new List<string>();
        foreach (var runtime in runtimes)
        {
            var (code, output) = Probe("runtimes-probe", probe, "--runtime " + runtime);
            lines.Add(code == 0 ? runtime : "# " + runtime + " lacks " + string.Join(", ", output.SelectMany(Lacking).Distinct().Order()));
        }

        System.IO.File.WriteAllLines(runtimesFound.FullPath, lines);
    }

    foreach (var line in System.IO.File.ReadLines(runtimesFound.FullPath))
    {
        Information(line.StartsWith('#') ? "No package of its own:{0}" : "Compiled ahead: {0}", line.TrimStart('#'));
    }

    static IEnumerable<string> Lacking(string line) =>
        System.Text.RegularExpressions.Regex.Matches(line, @"Microsoft\.[A-Za-z0-9.-]+(?=[. ])").Select(match => match.Value.TrimEnd('.')).Take(1);
});

// The program that starts first, and answers by itself where nothing is pending. It is compiled to machine code, which can be done for the system at hand only.
Task("Launcher").IsDependentOn("Upstream").WithCriteria(IsRunningOnLinux()).Does(() =>
{
    CleanDirectory(launchers);
    var code = StartProcess("bash", $"tests/make-launcher.sh \"{launchers}\"");
    if (code != 0)
    {
        Information("No launcher: the machine or the registry lacks what compiles it. The tool starts without one.");
    }

    if (release)
    {
        var launcher = GetFiles($"{launchers}/*/cairn-launcher").FirstOrDefault() ?? throw new CakeException("A release has its launcher; the machine lacks what compiles it.");
        // It wants the C library that it was linked against, or a newer one; .NET itself is content with this one.
        var newest = System.Text.RegularExpressions.Regex.Matches(System.Text.Encoding.Latin1.GetString(System.IO.File.ReadAllBytes(launcher.FullPath)), @"GLIBC_2\.(\d+)")
            .Select(match => int.Parse(match.Groups[1].Value)).DefaultIfEmpty().Max();
        if (newest > 28)
        {
            throw new CakeException($"The launcher needs glibc 2.{newest}, and .NET runs from 2.28 on: a release is packed on a system with 2.28, so that it starts on all.");
        }
    }
});

IReadOnlyList<string> PackedRuntimes() =>
    [.. System.IO.File.ReadLines(runtimesFound.FullPath).Where(line => !line.StartsWith('#')), "any"];

Task("Pack").IsDependentOn("Upstream").IsDependentOn("Runtimes").IsDependentOn("Launcher").Does(() =>
{
    if (release && !HasUpstream())
    {
        throw new CakeException("A release carries SqlKata, SqlKata.Execution and MySqlConnector themselves; the registry in use lacks them. Pack it where they restore.");
    }

    if (release && PackedRuntimes().Count <= runtimes.Length)
    {
        throw new CakeException($"A release has a package for each runtime; see {runtimesFound} for what the registry in use lacks. Pack it where it has all.");
    }

    CleanDirectory(packages);
    if (!HasUpstream())
    {
        Information("Not for publishing: Cairn.Runtime carries a stand-in for SqlKata, which the registry lacks.");
    }

    foreach (var project in libraries)
    {
        Run("dotnet", $"pack {project} --configuration Release --output \"{packages}\" --nologo --verbosity quiet");
    }

    // Not on the command line, where the list's semicolons would end the property.
    Run(
        "dotnet",
        $"pack {tool} --configuration Release --output \"{packages}\" --nologo --verbosity quiet",
        environment: new Dictionary<string, string> { ["PackedRuntimes"] = string.Join(';', PackedRuntimes()), ["Launchers"] = launchers.FullPath });
    Run("dotnet", $"pack templates/Cairn.Templates.csproj --configuration Release --output \"{packages}\" --nologo --verbosity quiet");

    foreach (var file in GetFiles($"{packages}/*.nupkg"))
    {
        Information("{0,-40} {1,12:N0} bytes", file.GetFilename(), FileSize(file));
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
        ExpectPackage(tools.Combine(".store"));
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

        // What the other runtimes get, run here.
        var any = folder.Combine("any");
        Unzip(packages.CombineWithFilePath($"Cairn.Tool.any.{version}.nupkg"), any);
        Run("dotnet", $"\"{any}/tools/net10.0/any/dotnet-cairn.dll\" migrate:rollback --all --yes", work, clean);
        Run("dotnet", $"\"{any}/tools/net10.0/any/dotnet-cairn.dll\" migrate:latest", work, clean);
        Expect("20260119A", Read("dotnet", $"\"{any}/tools/net10.0/any/dotnet-cairn.dll\" migrate:current", work, clean));
    }
    finally
    {
        DeleteDirectory(folder, new DeleteDirectorySettings { Recursive = true, Force = true });
    }

    Information("The packed tool installs, and runs example 01 both ways; so does the package for any runtime.");

    // An installation that took the package of another runtime, or none compiled ahead, would run too, and be slow.
    void ExpectPackage(DirectoryPath store)
    {
        var here = System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier;
        var expected = "cairn.tool." + (PackedRuntimes().Contains(here) ? here : "any");
        if (GetDirectories($"{store}/**/{expected}").Count == 0)
        {
            throw new CakeException($"{expected} was to be installed; there is: {string.Join(", ", GetDirectories($"{store}/*/*/*").Select(found => found.GetDirectoryName()))}.");
        }

        Information("Installed: {0}", expected);
    }

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
