using System.Security;

namespace Cairn.Scripting.Packages;

/// <summary>A set to restore.</summary>
/// <param name="Set">The set.</param>
/// <param name="Missing">Where it is locked: the packages of the lock that are not on this machine. Null where NuGet has to find out what it needs.</param>
internal sealed record RestoreJob(PackageSet Set, IReadOnlyList<LockedPackage>? Missing);

/// <summary>The projects by which NuGet restores sets: one for each set, and one that has all of them restored. They are thrown away afterwards.</summary>
internal static class RestoreProject
{
    /// <summary>What packages must fit; one name for all machines, so that a lock file holds everywhere.</summary>
    public const string Framework = "net10.0";

    /// <summary>The project to call.</summary>
    public const string MainName = "all.proj";

    private static readonly string[] Fences = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <summary>Writes the projects into an empty folder.</summary>
    public static void Write(string folder, IReadOnlyList<RestoreJob> jobs)
    {
        // Settings that a project in a folder above may have are nothing to these.
        foreach (var fence in Fences)
        {
            File.WriteAllText(Path.Combine(folder, fence), "<Project />");
        }

        for (var i = 0; i < jobs.Count; i++)
        {
            Directory.CreateDirectory(FolderOf(folder, i));
            File.WriteAllText(Path.Combine(FolderOf(folder, i), "set.csproj"), Text(jobs[i]));
        }

        File.WriteAllText(Path.Combine(folder, MainName), """
            <Project>
              <ItemGroup>
                <Set Include="*/set.csproj" />
              </ItemGroup>
              <Target Name="Restore">
                <MSBuild Projects="@(Set)" Targets="Restore" BuildInParallel="true" ContinueOnError="true" />
              </Target>
            </Project>
            """);
    }

    /// <summary>The folder of a job's project.</summary>
    public static string FolderOf(string folder, int job) => Path.Combine(folder, $"set{job}");

    private static string Text(RestoreJob job)
    {
        // What is locked is only fetched: nothing is left to find out.
        var items = job.Missing is { } missing
            ? missing.Select(package => $"""<PackageDownload Include="{package.Name.Id}" Version="[{package.Name.Version}]" />""")
            : job.Set.Lines.Select(line => $"""<PackageReference Include="{line.Id}" Version="[{line.Version}]" />""");
        var configuration = job.Set.Folder is { } folder ? $"<RestoreRootConfigDirectory>{SecurityElement.Escape(folder)}</RestoreRootConfigDirectory>" : "";
        return $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>{Framework}</TargetFramework>
                {configuration}
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                {string.Join("\n    ", items)}
              </ItemGroup>
            </Project>
            """;
    }
}
