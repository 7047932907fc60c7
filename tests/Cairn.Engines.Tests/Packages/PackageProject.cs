using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Packages;

/// <summary>A project whose NuGet configuration knows one folder as its only source, and has a packages folder of its own.</summary>
public sealed class PackageProject : IAsyncDisposable
{
    public const string LockName = "cairn.packages.lock.json";

    private readonly Project _project;

    private PackageProject(Project project)
    {
        _project = project;
        Feed = new PackageFeed(In("feed"));
        Directory.CreateDirectory(Feed.Folder);
        UseSource("feed");
    }

    public PackageFeed Feed { get; }

    public Workspace Workspace => _project.Workspace;

    public string Lock => Path.Combine(_project.Workspace.Migrations, LockName);

    public string Packages => In("packages");

    /// <summary>Stands for dotnet where there is no SDK; it notes that it was called.</summary>
    public string NoSdk => In("no-sdk");

    /// <summary>Whether that was called.</summary>
    public bool HasAskedForSdk => File.Exists(NoSdk + ".called");

    public static async Task<PackageProject> NewAsync(EngineServers servers) => new(await Project.NewAsync(servers, EngineNames.Sqlite));

    public string In(string name) => Path.Combine(_project.Workspace.Folder, name);

    public PackageProject Write(string name, string text)
    {
        _project.Write(name, text);
        return this;
    }

    /// <summary>A migration that logs what an expression gives, after some lines.</summary>
    public PackageProject WriteLogging(string name, string lines, string expression) =>
        Write(name, $"{lines}\nvoid Up(Db db) => db.Log(\"it says: \" + {expression});\nvoid Down(Db db) {{ }}\n");

    public void UseSource(string source) => File.WriteAllText(In("nuget.config"), $"""
        <configuration>
          <packageSources>
            <clear />
            <add key="the-only-source" value="{source}" allowInsecureConnections="true" />
          </packageSources>
          <fallbackPackageFolders><clear /></fallbackPackageFolders>
          <config><add key="globalPackagesFolder" value="packages" /></config>
        </configuration>
        """);

    public void ForgetPackages() => Directory.Delete(Packages, recursive: true);

    public async Task<ToolResult> DoAsync(params string[] arguments) => (await CairnTool.RunAsync(Call(arguments))).ShouldExit(0);

    /// <summary>Nothing can be fetched: no SDK, no source.</summary>
    public async Task<ToolResult> DoCutOffAsync(params string[] arguments) => (await CairnTool.RunAsync(CutOff(arguments))).ShouldExit(0);

    public Task<ToolResult> RefuseAsync(string[] words, params string[] arguments) => _project.RefuseAsync(2, words, Call(arguments));

    public Task<ToolResult> RefuseCutOffAsync(string[] words, params string[] arguments) => _project.RefuseAsync(2, words, CutOff(arguments));

    public ToolCall Call(params string[] arguments) => Set(_project.Workspace.Call(arguments), ("CAIRN_CACHE", "off"), ("NUGET_ENHANCED_MAX_NETWORK_TRY_COUNT", "1"));

    public ValueTask DisposeAsync() => _project.DisposeAsync();

    private ToolCall CutOff(string[] arguments)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a shell script stands for dotnet");
        File.WriteAllText(NoSdk, $"#!/bin/sh\ntouch '{NoSdk}.called'\necho 'No .NET SDKs were found.' >&2\nexit 145\n");
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(NoSdk, (UnixFileMode)0b111_101_101);
        }

        return Set(Call(arguments), ("DOTNET_HOST_PATH", NoSdk));
    }

    private static ToolCall Set(ToolCall call, params (string Name, string Value)[] variables)
    {
        var all = new Dictionary<string, string>(call.Environment, StringComparer.Ordinal);
        foreach (var (name, value) in variables)
        {
            all[name] = value;
        }

        // What the machine that runs the tests says of NuGet is nothing to the tool.
        all["NUGET_PACKAGES"] = "";
        return call with { Environment = all };
    }
}
