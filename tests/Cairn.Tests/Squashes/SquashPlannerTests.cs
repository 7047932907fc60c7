using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Planning;
using Cairn.Runtime.Squashes;
using Cairn.Tests.Planning;
using Xunit;

namespace Cairn.Tests.Squashes;

public class SquashPlannerTests
{
    private const string All = "20261101ZA 20260301A 20260302A 20260303A";

    [Fact]
    public void All_up_to_a_version_become_one_of_that_version()
    {
        var range = SquashPlanner.Choose(Standing(All, All), "20260302a");
        Assert.Equal(["20260301A", "20260302A"], range.Migrations.Select(migration => migration.Version.Text));
        Assert.Equal(("20260302A", "Squashed", "migrations/20260302A-squashed.csx"), (range.Version.Text, range.Name, range.Display));
    }

    [Fact]
    public void Its_name_is_none_of_theirs()
    {
        var set = MigrationSet.Of([File("20260301A"), File("20260302A") with { Name = "Squashed" }], MigrationNamings.Default);
        Assert.Equal("20260302A-squashed-2.csx", SquashPlanner.Choose(new Standing(set, Given.History("20260301A 20260302A")), "20260302A").FileName);
    }

    [Theory]
    [InlineData(All, All, "20990101A", ErrorCodes.UnknownVersion, "20990101A")]
    [InlineData(All, All, "20261101ZA", ErrorCodes.SquashRefused, "comes with Cairn")]
    [InlineData(All, All, "20260301A", ErrorCodes.SquashRefused, "only migration")]
    [InlineData(All, "20261101ZA 20260301A", "20260302A", ErrorCodes.SquashRefused, "20260302A-x.csx is pending")]
    [InlineData("20260301A 20260303A", "20260301A 20260302A 20260303A", "20260303A", ErrorCodes.SquashRefused, "20260302A (Name 20260302A) is applied, but its file is gone")]
    public void What_must_not_be_squashed_is_named(string files, string rows, string to, string code, string words)
    {
        var error = Assert.Throws<CairnException>(() => SquashPlanner.Choose(Standing(files, rows), to));
        Assert.Equal(code, error.Code);
        Assert.Contains(words, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_pending_missing_or_changed_later_is_no_obstacle() =>
        Assert.Equal(2, SquashPlanner.Choose(Standing("20260301A 20260302A 20260304A", "20260301A 20260302A 20260303A"), "20260302A").Migrations.Count);

    [Fact]
    public void Changed_files_and_several_folders_are_refused()
    {
        var changed = Standing("20260301A 20260302A", "20260301A 20260302A").With(new Dictionary<MigrationVersion, string> { [new MigrationVersion("20260301A")] = "other" });
        Assert.Contains("changed after", Assert.Throws<CairnException>(() => SquashPlanner.Choose(changed, "20260302A")).Message, StringComparison.Ordinal);
        var set = MigrationSet.Of([File("20260301A"), File("20260302A") with { FilePath = "/q/20260302A-x.csx" }], MigrationNamings.Default);
        Assert.Contains("two folders", Assert.Throws<CairnException>(() => SquashPlanner.Choose(new Standing(set, Given.History("20260301A 20260302A")), "20260302A")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("directus", "20240101A-x.csx", "20240102A-x.csx", "20240102A-squashed.csx")]
    [InlineData("knex", "20240101000000_x.csx", "20240102000000_x.csx", "20240102000000_squashed.csx")]
    [InlineData("strapi", "2024.01.01T00.00.00.x.csx", "2024.01.02T00.00.00.x.csx", "2024.01.02T00.00.00.squashed.csx")]
    [InlineData("medusa", "Migration20240101.csx", "Migration20240102.csx", "Migration20240102_squashed.csx")]
    public void It_is_named_in_the_naming_that_is_in_force(string name, string first, string second, string expected)
    {
        var naming = MigrationNamings.Find(name)!;
        var set = MigrationSet.Of([Of(first), Of(second)], naming);
        Assert.Equal(expected, SquashPlanner.Choose(new Standing(set, new HistoryState([.. set.Migrations.Select(Row)])), set.Migrations[1].Version.Text).FileName);

        MigrationDescriptor Of(string file) => File(naming.Read(file).Version!.Text) with { FilePath = "/p/" + file, Path = "p/" + file };
        static AppliedMigration Row(MigrationDescriptor migration) => new(migration.Version, migration.Name, Given.Noon);
    }

    [Fact]
    public void What_is_for_another_database_or_another_phase_is_refused()
    {
        var range = SquashPlanner.Choose(Standing("20260301A 20260302A", "20260301A 20260302A"), "20260302A");
        Assert.Equal(Phase.After, SquashPlanner.Check(range, Loaded(range, new() { Phase = Phase.After }, new() { Phase = Phase.After }), Client.Postgres));
        Assert.Contains("phase", Refused(range, new() { Phase = Phase.After }, new()), StringComparison.Ordinal);
        Assert.Contains("MySQL", Refused(range, new() { Clients = [Client.MySql, Client.Postgres] }, new()), StringComparison.Ordinal);
        Assert.Equal(Phase.Before, SquashPlanner.Check(range, Loaded(range, new() { Clients = [Client.Postgres] }, new()), Client.Postgres));
    }

    private static string Refused(SquashRange range, MigrationOptions first, MigrationOptions second) =>
        Assert.Throws<CairnException>(() => SquashPlanner.Check(range, Loaded(range, first, second), Client.Postgres)).Message;

    private static Dictionary<MigrationVersion, LoadedMigration> Loaded(SquashRange range, params MigrationOptions[] options) => range.Migrations.Zip(options).ToDictionary(
        pair => pair.First.Version,
        pair => new LoadedMigration(pair.First, new MigrationSourceText("", "")) { Up = (_, _) => Task.CompletedTask, UpOptions = pair.Second });

    private static Standing Standing(string files, string rows) =>
        new(MigrationSet.Of(files.Split(' ').Select(File), MigrationNamings.Default), Given.History(rows));

    private static MigrationDescriptor File(string version) => Given.Migration(version) with { FilePath = $"/p/{version}-x.csx" };
}
