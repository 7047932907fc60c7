namespace Cairn.Tool.Commands.Makings;

/// <summary>The files that <c>init</c> writes, besides the first migration.</summary>
internal static class InitTexts
{
    private static readonly string[] Usings =
        ["System", "System.Collections.Generic", "System.Linq", "System.Threading.Tasks", "Cairn", "SqlKata", "SqlKata.Execution"];

    public static string Config => """
        {
          // Options and environment variables win over this file: dotnet cairn config shows what is in force.
          "connection": "sqlite:cairn.db",
          "extensions": "./extensions"

          // , "environments": {
          //   "production": { "connection": "${DATABASE_URL}", "protected": true }
          // }
        }

        """.ReplaceLineEndings("\n");

    /// <summary>What gives completion in <c>.csx</c> files; none of it is read by Cairn itself.</summary>
    /// <param name="toolFolder">Where the runtime's assemblies are.</param>
    /// <param name="version">The version of the runtime's package.</param>
    public static IEnumerable<(string File, string Text)> EditorFiles(string toolFolder, string version)
    {
        yield return ("omnisharp.json", """
            {
              "script": { "enabled": true, "defaultTargetFramework": "net10.0", "rspFilePath": ".cairn/editor.rsp" }
            }

            """.ReplaceLineEndings("\n"));
        yield return ("extensions/Migrations.csproj", Project(version));
        // The paths in it are this machine's: the folder ignores itself, and init writes it where it is missing.
        yield return (".cairn/.gitignore", "*\n");
        yield return (".cairn/editor.rsp", string.Concat(
            Usings.Select(name => $"/u:{name}\n").Concat(
                new[] { "Cairn.Schema", "Cairn.Runtime", "SqlKata" }.Select(name => $"/r:\"{Path.Combine(toolFolder, name + ".dll")}\"\n"))));
    }

    private static string Project(string version) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <!-- For editors only: it lets them know the scripts' types. Cairn runs the scripts without it. -->
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
          </PropertyGroup>
          <ItemGroup>
            <PackageReference Include="Cairn.Runtime" Version="{version}" />
            <None Include="migrations/**/*.csx" />
            {string.Join("\n    ", Usings.Select(name => $"<Using Include=\"{name}\" />"))}
          </ItemGroup>
        </Project>

        """.ReplaceLineEndings("\n");
}
