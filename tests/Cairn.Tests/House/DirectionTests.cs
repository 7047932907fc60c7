using System.Xml.Linq;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.House;

/// <summary>References point one way: launcher → tool → scripting → runtime → schema.</summary>
public sealed class DirectionTests
{
    private static readonly string[] Line = ["Cairn.Schema", "Cairn.Runtime", "Cairn.Scripting", "Cairn.Tool", "Cairn.Launcher"];

    /// <summary>What the projects of the runtime may take from packages.</summary>
    private static readonly Dictionary<string, string[]> Packages = new()
    {
        ["Cairn.Schema"] = [],
        ["SqlKata"] = ["Dapper"],
        ["Cairn.Runtime"] = 
        [
            "Dapper", "SqlKata", "SqlKata.Execution",
            // Contracts of the platform that an application has already; for Hosting.
            "Microsoft.Extensions.DependencyInjection.Abstractions", "Microsoft.Extensions.Diagnostics.HealthChecks", "Microsoft.Extensions.Hosting.Abstractions",
            "Microsoft.Extensions.Logging.Abstractions", "Microsoft.Extensions.Options",
        ],
        ["Cairn.Scripting"] = ["Microsoft.CodeAnalysis.CSharp.Scripting"],
    };

    private static readonly string[] Drivers = ["Npgsql", "Microsoft.Data.Sqlite", "SQLitePCL", "MySqlConnector", "MySql"];

    [Fact]
    public void No_using_line_and_no_name_points_against_the_line() => Found.Nothing(
        from file in SourceFile.All
        let place = Place(file.Project)
        where place >= 0
        from name in file.Usings.Concat(file.DottedNames)
        from later in Line.Skip(place + 1)
        where Begins(name, later) || name.StartsWith(later["Cairn.".Length..] + ".", StringComparison.Ordinal)
        select $"{file.Path} names {name}",
        "Tool → Scripting → Runtime → Schema; these point the other way:");

    [Fact]
    public void The_schema_does_not_know_SqlKata_or_Dapper() => Found.Nothing(
        from file in SourceFile.All
        where file.Project == "runtime/Cairn.Schema"
        from name in file.Usings.Concat(file.DottedNames)
        where Begins(name, "SqlKata") || Begins(name, "Dapper")
        select $"{file.Path} names {name}",
        "Cairn.Schema has no packages:");

    [Fact]
    public void SqlKata_knows_nothing_of_Cairn() => Found.Nothing(
        from file in SourceFile.All
        where file.Project == "runtime/SqlKata"
        from name in file.Usings.Concat(file.DottedNames)
        where Begins(name, "Cairn")
        select $"{file.Path} names {name}",
        "runtime/SqlKata stands in for a package:");

    [Fact]
    public void The_runtime_knows_no_console_and_no_command_line() => Found.Nothing(
        from file in SourceFile.All
        where file.Path.StartsWith("runtime/", StringComparison.Ordinal)
        from word in file.Words
        where word is "Console" or "Spectre" or "McMaster"
        select $"{file.Path} says {word}",
        "A host application takes the runtime too; output goes through IRunObserver:");

    [Fact]
    public void The_runtime_names_drivers_in_strings_only() => Found.Nothing(
        from file in SourceFile.All
        where file.Path.StartsWith("runtime/", StringComparison.Ordinal)
        from name in file.Usings.Concat(file.DottedNames)
        from driver in Drivers
        where Begins(name, driver)
        select $"{file.Path} names {name}",
        "Drivers are named by their factory's type name and used through System.Data.Common:");

    [Fact]
    public void Project_files_follow_the_line() => Found.Nothing(
        from project in Repository.Files("runtime", "*.csproj").Concat(Repository.Files("tool", "*.csproj"))
        let own = Path.GetFileNameWithoutExtension(project)
        from item in XDocument.Parse(Repository.Read(project)).Descendants("ProjectReference")
        let other = Path.GetFileNameWithoutExtension(item.Attribute("Include")!.Value.Replace('\\', '/'))
        let place = Array.IndexOf(Line, own)
        let allowed = other == "SqlKata" ? own == "Cairn.Runtime" : place > 0 && Array.IndexOf(Line, other) is >= 0 and var there && there < place
        where !allowed
        select $"{project} refers to {other}",
        "Project references point one way:");

    [Fact]
    public void Project_files_of_the_runtime_take_only_the_packages_that_are_theirs() => Found.Nothing(
        from project in Repository.Files("runtime", "*.csproj")
        let own = Path.GetFileNameWithoutExtension(project)
        from item in XDocument.Parse(Repository.Read(project)).Descendants("PackageReference")
        let package = item.Attribute("Include")!.Value
        where !Packages.GetValueOrDefault(own, []).Contains(package, StringComparer.Ordinal)
        select $"{project} takes {package}",
        "A package in the runtime is a package in every host application; add it to this test only with a reason:");

    private static int Place(string project) => Array.IndexOf(Line, project[(project.IndexOf('/', StringComparison.Ordinal) + 1)..]);

    private static bool Begins(string name, string part) => name == part || name.StartsWith(part + ".", StringComparison.Ordinal);
}
