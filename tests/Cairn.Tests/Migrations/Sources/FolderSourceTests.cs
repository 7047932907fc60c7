using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Xunit;

namespace Cairn.Tests.Migrations.Sources;

public sealed class FolderSourceTests : IDisposable
{
    private const string Shown = "extensions/migrations";
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Lists_files_by_name()
    {
        _folder.With("20260301A-add-orders-tenant-id.csx", "20260302A-b.SQL", "20260303A-c.Csx");
        var migrations = List().Migrations;
        Assert.Equal(["20260301A", "20260302A", "20260303A"], migrations.Select(migration => migration.Version.Text));
        Assert.Equal([".csx", ".sql", ".csx"], migrations.Select(migration => migration.Format));
        Assert.Equal(
            ("Add Orders Tenant Id", MigrationSourceKind.Custom, "extensions/migrations/20260301A-add-orders-tenant-id.csx"),
            (migrations[0].Name, migrations[0].Source, migrations[0].Path));
        Assert.Equal(Path.Combine(_folder.Path, "20260302A-b.SQL"), migrations[1].FilePath);
    }

    [Fact]
    public void Reads_no_file()
    {
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "20260301A-dangling.csx"), "/nonexistent/target.csx");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "20260302A-linked.csx"), Path.Combine(_folder.With("20260303A-c.csx").Path, "20260303A-c.csx"));
        Assert.Equal(3, List().Migrations.Count);
    }

    [Theory]
    [InlineData(".20260301A-hidden.csx")]
    [InlineData("20260301A-x.csx~")]
    [InlineData("#20260301A-x.csx#")]
    [InlineData(".#20260301A-x.csx")]
    [InlineData(".20260301A-x.csx.swp")]
    [InlineData("20260301A-x.csx.bak")]
    [InlineData("20260301A-x.csx.ORIG")]
    [InlineData("20260301A-x.tmp")]
    [InlineData("lib/")]
    [InlineData("20260301A-folder.csx/")]
    [InlineData("README.md")]
    [InlineData("helpers.cs")]
    public void Ignores_what_is_nobodys_migration(string name)
    {
        var listing = With(name).List(new CairnNaming());
        Assert.Empty(listing.Migrations);
        Assert.Empty(listing.Warnings);
    }

    [Theory]
    [InlineData("cairn", "20260301A-x.js")]
    [InlineData("cairn", "20260301A-x.cs")]
    [InlineData("cairn", "20260301A-x")]
    [InlineData("cairn", "20260301A.ts")]
    [InlineData("cairn", "20260230A-x.js")]
    [InlineData("cairn", "20260301A-x.csx.disabled")]
    [InlineData("directus", "20201028A-x.js")]
    [InlineData("knex", "20151009115505_create_users.js")]
    [InlineData("strapi", "2022.05.10T00.00.00.name.js")]
    [InlineData("medusa", "Migration20240429.ts")]
    public void Warns_of_what_looks_like_a_migration_but_is_never_run(string naming, string name)
    {
        var listing = With(name).List(MigrationNamings.Find(naming)!);
        Assert.Empty(listing.Migrations);
        Assert.Contains($"{Shown}/{name}", Assert.Single(listing.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Under_the_directus_naming_a_word_with_a_dash_is_no_version() =>
        Assert.Empty(With("read-me.md", "package-lock.json").List(new DirectusNaming()).Warnings);

    [Fact]
    public void Tells_all_names_that_do_not_fit_at_once()
    {
        var error = Assert.Throws<CairnException>(() => With("20260230A-x.csx", "20260301A-good.csx", "noversion.sql", "20261101ZA-ours.csx").List(new CairnNaming()));
        var all = error.Others.Prepend(error).ToList();
        Assert.Equal([ErrorCodes.DateInvalid, ErrorCodes.FileNameInvalid, ErrorCodes.FileNameInvalid], all.Select(each => each.Code));
        Assert.Equal([$"{Shown}/20260230A-x.csx", $"{Shown}/20261101ZA-ours.csx", $"{Shown}/noversion.sql"], all.Select(each => each.File));
        Assert.All(all, each => Assert.Contains(each.File!, each.Message, StringComparison.Ordinal));
        Assert.All(all, each => Assert.Contains("20260301A-add-orders-tenant-id.csx", each.Fix, StringComparison.Ordinal));
        Assert.Contains("reserved", all[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_host_and_other_namings_may_have_what_cairn_reserves()
    {
        With("20261101ZA-ours.csx");
        Assert.Single(new FolderSource(_folder.Path, Shown, MigrationSourceKind.Host).List(new CairnNaming()).Migrations);
        Assert.Single(new FolderSource(_folder.Path, Shown).List(new DirectusNaming()).Migrations);
    }

    [Fact]
    public void An_empty_folder_is_an_error_where_it_is_asked_for()
    {
        Assert.Empty(List().Migrations);
        var error = Assert.Throws<CairnException>(() => new FolderSource(_folder.Path, Shown) { RefuseEmpty = true }.List(new CairnNaming()));
        Assert.Equal((ErrorCodes.FolderEmpty, Shown), (error.Code, error.File));
    }

    [Fact]
    public void No_folder_a_file_and_a_loop_are_told_apart()
    {
        With("file");
        File.CreateSymbolicLink(Path.Combine(_folder.Path, "loop"), Path.Combine(_folder.Path, "loop"));
        Assert.Equal(ErrorCodes.FolderMissing, Code("absent"));
        Assert.Equal(ErrorCodes.FolderMissing, Code("absent/deeper"));
        Assert.Equal(ErrorCodes.FolderUnreadable, Code("file"));
        Assert.Equal(ErrorCodes.FolderUnreadable, Code("loop"));
    }

    [Fact]
    public void A_folder_without_the_right_to_read_is_never_taken_for_empty()
    {
        Assert.SkipWhen(Environment.UserName == "root", "root may read everything");
        if (OperatingSystem.IsWindows())
        {
            Assert.Skip("rights are given another way on Windows");
            return;
        }

        File.SetUnixFileMode(_folder.Path, UnixFileMode.None);
        try
        {
            Assert.Equal(ErrorCodes.FolderUnreadable, Code(""));
        }
        finally
        {
            File.SetUnixFileMode(_folder.Path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }
    }

    [Theory]
    [InlineData("", "20260301A-x.csx")]
    [InlineData(".", "20260301A-x.csx")]
    [InlineData("a/b/", "a/b/20260301A-x.csx")]
    public void Paths_are_shown_as_a_person_writes_them(string display, string path)
    {
        With("20260301A-x.csx");
        Assert.Equal(path, Assert.Single(new FolderSource(_folder.Path, display).List(new CairnNaming()).Migrations).Path);
    }

    private string Code(string name) =>
        Assert.Throws<CairnException>(() => new FolderSource(Path.Combine(_folder.Path, name), name).List(new CairnNaming())).Code;

    private FolderSource With(params string[] names) => new(_folder.With(names).Path, Shown);

    private SourceListing List() => With().List(new CairnNaming());
}
