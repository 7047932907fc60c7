using Cairn.Runtime.Adoptions;
using Cairn.Runtime.Adoptions.Matches;
using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Planning;
using Xunit;

namespace Cairn.Tests.Adoptions;

/// <summary>Which migration a row belongs to, without a database.</summary>
public sealed class AdoptionPlannerTests
{
    private static readonly AdoptRequest Request = new("knex");

    [Theory]
    [InlineData("20240101120000_create_users", "20240101120000-create-users", "20240101120000")]
    [InlineData("20240101120000_CreateUsers", "20240101A-create-users", "20240101A")]
    [InlineData("Migration20240101120000", "20240101120000-create-users", "20240101120000")]
    [InlineData("create_users.js", "20240101A-create-users", "20240101A")]
    [InlineData("001_first.js", "1-first", "1")]
    public void A_row_is_found(string row, string file, string version) => Assert.Equal([version], Adopt([row], [file, "20991231Z-other"]));

    [Fact]
    public void The_version_goes_before_the_description() =>
        Assert.Equal(["20240101120000", "20240101130000"], Adopt(
            ["20240101120000_a", "20240101130000_b"], ["20240101130000-b", "20240101120000-a"]));

    [Theory]
    [InlineData("20240101120000_create_users", "20240102A-create-users", ErrorCodes.AdoptionUnmatched)]
    [InlineData("20240101120000_create_users", "20240101A-create-user", ErrorCodes.AdoptionUnmatched)]
    [InlineData("Migration20240101120000", "20240101A-create-users", ErrorCodes.AdoptionUnmatched)]
    [InlineData("12_create_users", "1.2-create-orders", ErrorCodes.AdoptionUnmatched)]
    [InlineData("20240101120000_create_users", "20240101120000-create-orders", ErrorCodes.AdoptionNameDiffers)]
    [InlineData("20240101120000_x 20240101120000_x.js", "20240101120000-x", ErrorCodes.AdoptionAmbiguous)]
    [InlineData("20240101120000_x", "20240101A-x 20240101B-x", ErrorCodes.AdoptionAmbiguous)]
    public void What_is_not_certain_is_refused(string rows, string files, string code) =>
        Assert.Equal(code, Assert.Throws<CairnException>(() => Adopt(rows.Split(' '), files.Split(' '))).Code);

    [Fact]
    public void All_reasons_are_told_at_once()
    {
        var error = Assert.Throws<CairnException>(() => Adopt(["20240101120000_a", "20240102120000_b", "20240103120000_c"], ["20240103120000-d"]));
        Assert.Equal([ErrorCodes.AdoptionNameDiffers, ErrorCodes.AdoptionUnmatched, ErrorCodes.AdoptionUnmatched], [error.Code, .. error.Others.Select(other => other.Code)]);
    }

    [Fact]
    public void What_is_recorded_already_is_left_as_it_is()
    {
        var plan = Plan(["20240101120000_a", "20240102120000_b"], ["20240101120000-a", "20240102120000-b"], applied: "20240101120000");
        Assert.Equal(["20240102120000"], plan.Migrations.Select(step => step.Migration.Version.Text));
        Assert.Equal([AdoptedRowState.Recorded, AdoptedRowState.Adopted], plan.Rows.Select(row => row.State));
    }

    [Fact]
    public void A_free_description_says_nothing_about_the_version()
    {
        var plan = AdoptionPlanner.Plan(new FluentMigrator(), "VersionInfo", new OtherHistory([new OtherRow("1 x", "1", "Adds what was missing", null)]), Standing(["1-first"], null), Request);
        Assert.Equal("its name here is First", Assert.Single(plan.Rows).Note);
    }

    private static IEnumerable<string> Adopt(string[] rows, string[] files) => Plan(rows, files).Migrations.Select(step => step.Migration.Version.Text);

    private static Adoption Plan(string[] rows, string[] files, string? applied = null) => AdoptionPlanner.Plan(
        new Knex(), "knex_migrations", new OtherHistory([.. rows.Select(row => WrittenName.Read(row, null))]), Standing(files, applied), Request);

    private static Standing Standing(string[] files, string? applied)
    {
        var naming = MigrationNamings.Find("directus")!;
        var migrations = files.Select(file => (File: file, Read: naming.Read(file + ".csx"))).Select(pair => new MigrationDescriptor(
            pair.Read.Version!, Descriptions.Title(pair.Read.Description), MigrationSourceKind.Custom, pair.File + ".csx")
        {
            Format = ".csx",
        });
        return new Standing(MigrationSet.Of(migrations, naming), new HistoryState(applied is null ? [] : [new AppliedMigration(new MigrationVersion(applied), "A", DateTimeOffset.UnixEpoch)]));
    }
}
