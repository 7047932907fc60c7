using Cairn.Tests.House.Sources;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Xunit;

namespace Cairn.Tests.House;

/// <summary>Names say what a thing is, and a file is where its name says.</summary>
public sealed class NameTests
{
    private static readonly string[] Empty = ["Manager", "Helper", "Helpers", "Util", "Utils", "Utility", "Utilities", "Base"];

    /// <summary>Folders that are no plurals, and why.</summary>
    private static readonly Dictionary<string, string> Known = new()
    {
        ["Authoring"] = "an activity", ["Building"] = "an activity", ["Rendering"] = "an activity", ["Inspection"] = "an activity",
        ["Planning"] = "an activity", ["Execution"] = "an activity", ["Scripting"] = "an activity", ["Binding"] = "an activity",
        ["Caching"] = "an activity", ["Compiling"] = "an activity", ["Parsing"] = "an activity", ["Altering"] = "an activity",
        ["Hosting"] = "an activity", ["Linting"] = "an activity", ["Comparison"] = "an activity",
        ["Scratch"] = "as in scratch copy", ["Reading"] = "an activity", ["Data"] = "has no singular", ["Telemetry"] = "has no plural", ["History"] = "there is one", ["Output"] = "there is one", ["BuiltIn"] = "an adjective: of migrations",
        ["Embedded"] = "an adjective: of migrations", ["Golden"] = "an adjective: of texts", ["golden"] = "an adjective: of texts",
        ["Schema"] = "a project's name", ["Tool"] = "a project's name", ["SqlKata"] = "a project's name", ["House"] = "there is one",
        ["Postgres"] = "a database's name", ["postgres"] = "a database's name", ["Sqlite"] = "a database's name", ["sqlite"] = "a database's name",
        ["MySql"] = "a database's name", ["MariaDb"] = "a database's name", ["mysql"] = "a database's name", ["mariadb"] = "a database's name", ["Sql"] = "a format's name",
    };

    /// <summary>Folders whose files are in another namespace than the folder says, and why.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new()
    {
        // What scripts name without a using line.
        ["runtime/Cairn.Runtime/Data/Authoring"] = "Cairn",
        ["runtime/Cairn.Runtime/Drills/Authoring"] = "Cairn",
        // The parts of operations are named wherever operations are.
        ["runtime/Cairn.Schema/Operations/Definitions"] = "Cairn.Schema.Operations",
        // A namespace Cairn.Tests.SqlKata would hide the library's.
        ["tests/Cairn.Tests/SqlKata"] = "Cairn.Tests.SqlKataTests",
    };

    /// <summary>Files that are in another namespace than the others of their folder: what scripts name without a using line.</summary>
    private static readonly string[] Authored =
    [
        "runtime/Cairn.Schema/CairnException.cs",
        "runtime/Cairn.Schema/Client.cs",
        "runtime/Cairn.Schema/ErrorCodes.cs",
        "runtime/Cairn.Schema/ForeignKeyAction.cs",
        "runtime/Cairn.Runtime/Direction.cs",
        "runtime/Cairn.Runtime/Migrations/Attributes.cs",
        "runtime/Cairn.Runtime/Migrations/Migration.cs",
        "runtime/Cairn.Runtime/Migrations/MigrationVersionAttribute.cs",
    ];

    [Fact]
    public void No_type_has_a_name_that_says_nothing() => Found.Nothing(
        from file in SourceFile.All
        where file.Project != "runtime/SqlKata"
        from type in file.Types
        where Array.Exists(Empty, word => type.EndsWith(word, StringComparison.Ordinal))
        select $"{file.Path}: {type}",
        "Say what it does instead:");

    [Fact]
    public void Folders_are_plural_nouns() => Found.Nothing(
        from folder in new[] { "runtime", "tool", "tests" }.SelectMany(Repository.Folders)
        let name = Path.GetFileName(folder)
        where folder.Count(letter => letter == '/') > 1 && !name.EndsWith('s') && !Known.ContainsKey(name)
        select folder,
        "A folder is a plural noun; one that cannot be stands in this test with its reason:");

    [Fact]
    public void Namespaces_are_file_scoped() => Found.Nothing(
        from file in SourceFile.All
        where file.Syntax.DescendantNodes().OfType<NamespaceDeclarationSyntax>().Any()
        select file.Path,
        "namespace X; without braces:");

    [Fact]
    public void Namespaces_match_folders() => Found.Nothing(
        from file in SourceFile.All
        where file.Namespace is not null && file.Namespace != Expected(file)
        select $"{file.Path}: {file.Namespace}, not {Expected(file)}",
        "A file is in the namespace of its folder:");

    private static string Expected(SourceFile file)
    {
        if (Authored.Contains(file.Path, StringComparer.Ordinal))
        {
            return "Cairn";
        }

        var outer = Elsewhere.Keys.Where(folder => file.Folder == folder || file.Folder.StartsWith(folder + "/", StringComparison.Ordinal))
            .MaxBy(folder => folder.Length);
        return outer is null
            ? file.Folder[(file.Folder.IndexOf('/', StringComparison.Ordinal) + 1)..].Replace('/', '.')
            : Elsewhere[outer] + file.Folder[outer.Length..].Replace('/', '.');
    }
}
