using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Templates;

/// <summary>The files that <c>init</c> writes beside the first migration.</summary>
public static class ProjectTemplates
{
    /// <summary>The settings, with the embedded default as the database.</summary>
    public static TemplateFile Settings { get; } = new("cairn.json", """
        {
          // Options and environment variables win over this file: dotnet cairn config shows what is in force.
          "connection": "sqlite:cairn.db",
          "extensions": "./extensions"

          // , "environments": {
          //   "production": { "connection": "${DATABASE_URL}", "protected": true }
          // }
        }

        """.ReplaceLineEndings("\n"));

    /// <summary>What gives completion in <c>.csx</c> files; none of it is read by Cairn itself.</summary>
    /// <param name="toolFolder">Where the runtime's assemblies are on this machine.</param>
    /// <param name="version">The version of the runtime's package.</param>
    public static IReadOnlyList<TemplateFile> EditorFiles(string toolFolder, string version) =>
    [
        new("omnisharp.json", """
            {
              "script": { "enabled": true, "defaultTargetFramework": "net10.0", "rspFilePath": ".cairn/editor.rsp" }
            }

            """.ReplaceLineEndings("\n")),
        new("extensions/Migrations.csproj", Project(version)),

        // The paths in it are this machine's: the folder ignores itself, and init writes it again where it is missing.
        new(".cairn/.gitignore", "*\n"),
        new(".cairn/editor.rsp", Response(toolFolder)),
        new(".cairn/editor.props", References(toolFolder)),
    ];

    /// <summary>What scripts are compiled with, as the tool has it.</summary>
    private static IEnumerable<string> Assemblies(string toolFolder) =>
        new[] { "Cairn.Schema", "Cairn.Runtime", "SqlKata", "SqlKata.Execution", "Dapper" }.Select(name => Path.Combine(toolFolder, name + ".dll")).Where(File.Exists);

    private static string References(string toolFolder) => $"""
        <Project>
          <ItemGroup>
            {string.Join("\n    ", Assemblies(toolFolder).Select(path => $"<Reference Include=\"{System.Security.SecurityElement.Escape(path)}\" />"))}
          </ItemGroup>
        </Project>

        """.ReplaceLineEndings("\n");

    private static string Response(string toolFolder) => string.Concat(
        ScriptImports.Names.Select(name => $"/u:{name}\n").Concat(
            Assemblies(toolFolder).Select(path => $"/r:\"{path}\"\n")));

    private static string Project(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <!-- For editors that know projects: it tells them the types that scripts use. Cairn runs the scripts without it, and a build of it compiles none of them. -->
          <Import Project="../.cairn/editor.props" Condition="Exists('../.cairn/editor.props')" />
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <OutputType Condition="'$(DesignTimeBuild)' == 'true'">Exe</OutputType>
            <Nullable>enable</Nullable>
            <NoWarn>$(NoWarn);CS8321</NoWarn>
            <EnableDefaultCompileItems>false</EnableDefaultCompileItems>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Cairn.Runtime" Version="{version}" Condition="!Exists('../.cairn/editor.props')" />
            <Compile Include="migrations/**/*.csx;seeds/**/*.csx;drills/**/*.csx" Condition="'$(DesignTimeBuild)' == 'true'" />
            {string.Join("\n    ", ScriptImports.Names.Select(name => $"<Using Include=\"{name}\" />"))}
          </ItemGroup>
        </Project>

        """.ReplaceLineEndings("\n");
}
