using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Rows;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>Makes the program of <see cref="EfEntrant"/>, compiled ahead as the tool is.</summary>
internal static class EfProgram
{
    /// <summary>Which version takes part: the newest whose packages the registry can restore together.</summary>
    public static string Version(string engine) => engine == EngineNames.Sqlite ? "6.0.7" : "10.0";

    /// <returns>Why it cannot be had; null where it can.</returns>
    public static string? Publish(string folder, string engine, int count)
    {
        var program = Path.Combine(folder, "published", "Peer");
        if (File.Exists(program))
        {
            return null;
        }

        Directory.CreateDirectory(folder);
        File.WriteAllText(Path.Combine(folder, "Directory.Build.props"), "<Project />\n");
        File.WriteAllText(Path.Combine(folder, "Directory.Build.targets"), "<Project />\n");
        File.WriteAllText(Path.Combine(folder, "Directory.Packages.props"), "<Project />\n");
        File.WriteAllText(Path.Combine(folder, ".editorconfig"), "root = true\n");
        File.WriteAllText(Path.Combine(folder, "Peer.csproj"), Project(engine));
        File.WriteAllText(Path.Combine(folder, "Program.cs"), Source(engine));
        var migrations = string.Concat(Enumerable.Range(1, count).Select(number => EfMigration.Of(engine, number)));
        File.WriteAllText(Path.Combine(folder, "Migrations.cs"), "#nullable disable\nusing Microsoft.EntityFrameworkCore.Migrations;\n\n" + migrations);
        try
        {
            Publishing.Publish(folder, Path.Combine(folder, "published"));
            return null;
        }
        catch (InvalidOperationException error)
        {
            Console.WriteLine(error.Message);
            return "its packages could not be restored or its program not built";
        }
    }

    private static string Project(string engine) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <OutputType>Exe</OutputType>
            <TargetFramework>net10.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <InvariantGlobalization>true</InvariantGlobalization>
            <TieredPGO>false</TieredPGO>
            <SatelliteResourceLanguages>en</SatelliteResourceLanguages>
            <NuGetAudit>false</NuGetAudit>
          </PropertyGroup>
          <ItemGroup>
            {(engine == EngineNames.Sqlite
                ? "<PackageReference Include=\"Microsoft.EntityFrameworkCore.Sqlite.Core\" Version=\"6.0.7\" /><PackageReference Include=\"SQLitePCLRaw.bundle_e_sqlite3\" Version=\"2.0.6\" />"
                : "<PackageReference Include=\"Npgsql.EntityFrameworkCore.PostgreSQL\" Version=\"10.0.0\" />")}
          </ItemGroup>
        </Project>
        """;

    private static string Source(string engine) => $$"""
        using Microsoft.EntityFrameworkCore;
        using Microsoft.EntityFrameworkCore.Diagnostics;

        {{(engine == EngineNames.Sqlite ? "SQLitePCL.Batteries_V2.Init();" : "")}}
        using var context = new Context(args[0]);
        context.Database.Migrate();

        public sealed class Context(string text) : DbContext
        {
            protected override void OnConfiguring(DbContextOptionsBuilder options) => options
                {{(engine == EngineNames.Sqlite
                    ? ".UseSqlite(text);"
                    : ".UseNpgsql(text).ConfigureWarnings(warnings => warnings.Ignore(RelationalEventId.PendingModelChangesWarning));")}}
        }
        """;
}
