using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Hosting;

/// <summary>
/// Example 06 in a folder of its own, laid out as the repository is, built from the libraries' packages. They go into a packages folder of its own, so that no older ones of
/// the same version are taken; what is not ours comes from the user's.
/// </summary>
public sealed class PackedExample : IAsyncLifetime
{
    private const string Example = "examples/06-inside-an-application";

    private readonly string _root = Directory.CreateTempSubdirectory("cairn-hosting-").FullName;

    /// <summary>The example's folder.</summary>
    public string Folder => Path.Combine(_root, Example);

    public string Program => Path.Combine(Folder, "bin", "Release", "net10.0", "Cms.dll");

    /// <summary>Compiled scripts.</summary>
    public string Cache => Path.Combine(_root, "cache");

    public async ValueTask InitializeAsync()
    {
        try
        {
            await BuildAsync();
        }
        catch
        {
            await DisposeAsync();
            throw;
        }
    }

    public ValueTask DisposeAsync()
    {
        Directory.Delete(_root, recursive: true);
        return ValueTask.CompletedTask;
    }

    private async Task BuildAsync()
    {
        var feed = Directory.CreateDirectory(Path.Combine(_root, "artifacts", "packages")).FullName;
        var configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        foreach (var library in new[] { "Cairn.Schema", "Cairn.Runtime", "Cairn.Scripting" })
        {
            // As they were built with these tests.
            await Dotnet.RunAsync(Dotnet.Start(
                Repository.Root, "pack", $"runtime/{library}", "--no-build", "--configuration", configuration, "--output", feed, "-nologo", "-v", "quiet", "-nodeReuse:false"));
        }

        Copy(Path.Combine(Repository.Root, Example), Folder);
        var users = Environment.GetEnvironmentVariable("NUGET_PACKAGES") ?? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".nuget", "packages");
        var build = Dotnet.Start(
            Folder, "build", "--configuration", "Release", "-nologo", "-v", "quiet", "-nodeReuse:false", "-p:UseSharedCompilation=false", "-p:NuGetAudit=false");
        build.Environment["NUGET_PACKAGES"] = Path.Combine(_root, "packages");
        if (!Directory.Exists(Path.Combine(users, "cairn.runtime")))
        {
            build.ArgumentList.Add($"-p:RestoreFallbackFolders={users}");
        }

        await Dotnet.RunAsync(build);
    }

    private static void Copy(string from, string to)
    {
        Directory.CreateDirectory(to);
        foreach (var file in Directory.EnumerateFiles(from))
        {
            File.Copy(file, Path.Combine(to, Path.GetFileName(file)));
        }

        foreach (var folder in Directory.EnumerateDirectories(from).Where(folder => Path.GetFileName(folder) is not ("bin" or "obj")))
        {
            Copy(folder, Path.Combine(to, Path.GetFileName(folder)));
        }
    }
}
