using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Xunit;

namespace Cairn.Tests.Migrations.Sources;

public class AssemblySourceTests
{
    [Theory]
    [InlineData("cairn", typeof(_20260301A_AddNotes), "20260301A", "Add Notes")]
    [InlineData("cairn", typeof(M20260301B_AddSQLView), "20260301B", "Add Sql View")]
    [InlineData("cairn", typeof(Given), "20260302A", "By Hand")]
    [InlineData("cairn", typeof(NameOfItsClass), "20260302B", "Name Of Its Class")]
    [InlineData("medusa", typeof(Migration20240429), "20240429", "Migration20240429")]
    [InlineData("knex", typeof(_20151009115505_create_users), "20151009115505", "Create Users")]
    public void Finds_the_version_in_the_attribute_or_the_name(string naming, Type type, string version, string name)
    {
        var migration = Assert.Single(new AssemblySource([type]).List(MigrationNamings.Find(naming)!).Migrations);
        Assert.Equal(
            (version, name, MigrationSourceKind.Host, $"host:{type.FullName}", ".class", type),
            (migration.Version.Text, migration.Name, migration.Source, migration.Path, migration.Format, migration.Type));
    }

    [Fact]
    public void Passes_over_what_is_no_migration() =>
        Assert.Empty(new AssemblySource([typeof(string), typeof(Migration), typeof(Unfinished)]).List(new CairnNaming()).Migrations);

    [Fact]
    public void A_class_without_a_version_is_an_error_and_hides_no_other()
    {
        var error = Assert.Throws<CairnException>(() => new AssemblySource([typeof(NoVersion), typeof(_20261399A_NoDate)]).List(new CairnNaming()));
        var other = Assert.Single(error.Others);
        Assert.Equal((ErrorCodes.FileNameInvalid, ErrorCodes.DateInvalid), (error.Code, other.Code));
        Assert.Contains("NoVersion", error.Message, StringComparison.Ordinal);
        Assert.Contains("[MigrationVersion(", error.Fix, StringComparison.Ordinal);
        Assert.Contains("_20261399A_NoDate", other.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Our_own_keep_their_form_under_every_naming()
    {
        foreach (var naming in MigrationNamings.All)
        {
            var listing = new AssemblySource([typeof(_20261101ZA_Tables)], MigrationSourceKind.BuiltIn).List(naming);
            Assert.Equal("built-in:20261101ZA", Assert.Single(listing.Migrations).Path);
        }
    }

    [Fact]
    public void Reads_embedded_resources_by_name_and_their_text_when_asked()
    {
        var source = new EmbeddedSource(typeof(AssemblySourceTests).Assembly, "Cairn.Tests.Migrations.Sources.Embedded");
        var migrations = source.List(new CairnNaming()).Migrations;
        Assert.Equal(["20260301A", "20260302A"], migrations.Select(migration => migration.Version.Text));
        Assert.Equal(
            ("Add Notes", MigrationSourceKind.Host, "host:20260302A-add-notes.sql", ".sql", null),
            (migrations[1].Name, migrations[1].Source, migrations[1].Path, migrations[1].Format, migrations[1].FilePath));
        Assert.StartsWith("-- up", migrations[1].EmbeddedText!(), StringComparison.Ordinal);
    }

#pragma warning disable CA1812, CA1034, IDE1006, CA1852 // The classes are looked at, never made.
    private sealed class _20260301A_AddNotes : Migration;

    private sealed class M20260301B_AddSQLView : Migration;

    [MigrationVersion("20260302A", "By Hand")]
    private sealed class Given : Migration;

    [MigrationVersion("20260302B")]
    private sealed class NameOfItsClass : Migration;

    private sealed class Migration20240429 : Migration;

    private sealed class _20151009115505_create_users : Migration;

    private sealed class _20261101ZA_Tables : Migration;

    private sealed class _20261399A_NoDate : Migration;

    private sealed class NoVersion : Migration;

    private abstract class Unfinished : Migration;
}
