using System.Globalization;
using System.Runtime.InteropServices;
using System.Security;

namespace Cairn.Tool.Commands.Drivers;

/// <summary>A project that refers to one package and lists the files that a program with it would have; it is thrown away afterwards.</summary>
internal static class FetchProject
{
    /// <summary>The project's file.</summary>
    public const string Name = "fetch.csproj";

    /// <summary>What the project writes: package, version and file on each line.</summary>
    public const string ListName = "files.txt";

    private static readonly string[] Fences = ["Directory.Build.props", "Directory.Build.targets", "Directory.Packages.props"];

    /// <param name="folder">An empty folder.</param>
    /// <param name="package">What to fetch.</param>
    /// <param name="workingFolder">Whose NuGet configuration holds.</param>
    public static void Write(string folder, PackageRequest package, string workingFolder)
    {
        // Settings that a project in a folder above may have are nothing to this one.
        foreach (var fence in Fences)
        {
            File.WriteAllText(Path.Combine(folder, fence), "<Project />");
        }

        var version = package.Version is null ? "*" : $"[{package.Version}]";
        File.WriteAllText(Path.Combine(folder, Name), string.Create(CultureInfo.InvariantCulture, $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <TargetFramework>net{Environment.Version.Major}.0</TargetFramework>
                <RuntimeIdentifier>{RuntimeInformation.RuntimeIdentifier}</RuntimeIdentifier>
                <SelfContained>false</SelfContained>
                <RestoreRootConfigDirectory>{SecurityElement.Escape(workingFolder)}</RestoreRootConfigDirectory>
                <NuGetAudit>false</NuGetAudit>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="{package.Id}" Version="{version}" />
              </ItemGroup>
              <Target Name="List" DependsOnTargets="ResolvePackageAssets">
                <ItemGroup>
                  <Wanted Include="@(RuntimeCopyLocalItems);@(NativeCopyLocalItems)" />
                </ItemGroup>
                <WriteLinesToFile File="$(MSBuildProjectDirectory)/{ListName}" Lines="@(Wanted->'%(NuGetPackageId)|%(NuGetPackageVersion)|%(FullPath)')" Overwrite="true" />
              </Target>
            </Project>
            """));
    }
}
