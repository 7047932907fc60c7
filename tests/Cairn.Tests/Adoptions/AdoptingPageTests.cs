using Cairn.Runtime.Adoptions;
using Cairn.Schema;
using Cairn.Tests.House.Documents;
using Cairn.Tests.House.Sources;
using Xunit;

namespace Cairn.Tests.Adoptions;

/// <summary>docs/adopting.md is in step with the adopters, and each has a table to be tried on.</summary>
public sealed class AdoptingPageTests
{
    private static readonly Document Page = new("docs/adopting.md");

    public static TheoryData<string> Systems => [.. AdoptedSystems.Names];

    [Fact]
    public void The_table_has_every_system() => Lists.AreTheSame(
        Page.Rows("systems").Select(row => Document.Codes(row[0])[0]), AdoptedSystems.Names, "docs/adopting.md, systems");

    [Theory, MemberData(nameof(Systems))]
    public void Its_row_says_what_is_read(string name)
    {
        var system = AdoptedSystems.Find(name);
        var row = Page.Rows("systems").Single(row => Document.Codes(row[0])[0] == name);
        Assert.Equal(system.Title, row[1]);
        Assert.Equal(system.Tables, Document.Codes(row[2]));
        Assert.Equal(system.Columns.Select(column => column.Name), Document.Codes(row[3]));
        Assert.Equal(system.Locks(new TableName(system.Tables[0])).Select(held => held.Table.Name), Document.Codes(row[4]));
    }

    [Theory, MemberData(nameof(Systems))]
    public void It_has_a_section(string name) => Assert.Contains($"\n### {name}\n", Repository.Read("docs/adopting.md").ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Theory, MemberData(nameof(Systems))]
    public void It_is_tried_on_every_database(string name) => Assert.All(
        ["sqlite", "postgres", "mariadb", "mysql"],
        engine => Assert.True(
            new[] { "Recordings", "Descriptions" }.Any(kind => File.Exists(Path.Combine(Repository.Root, "tests", "Cairn.Engines.Tests", "Adoptions", kind, $"{name}.{engine}.sql"))),
            $"There is no table of {name} on {engine} in tests/Cairn.Engines.Tests/Adoptions."));

    [Fact]
    public void No_two_systems_take_one_table_for_theirs() => Assert.Distinct(AdoptedSystems.All.SelectMany(system => system.Tables), StringComparer.OrdinalIgnoreCase);
}
