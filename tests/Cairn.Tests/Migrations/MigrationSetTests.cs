using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Tests.Migrations.Sources;
using Xunit;

namespace Cairn.Tests.Migrations;

public sealed class MigrationSetTests : IDisposable
{
    private readonly TemporaryFolder _one = new();
    private readonly TemporaryFolder _two = new();

    public void Dispose()
    {
        _one.Dispose();
        _two.Dispose();
    }

    [Fact]
    public void Merges_all_sources_in_one_order()
    {
        _one.With("20260303A-c.csx", "20260301A-a.csx", "20260302A-x.js");
        _two.With("20260302A-b.sql", "20260301B-a.csx");
        var set = From();
        Assert.Equal("20260301A 20260301B 20260302A 20260303A", string.Join(' ', set.Migrations.Select(migration => migration.Version)));
        Assert.Contains("one/20260302A-x.js", Assert.Single(set.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Finds_without_regard_to_case()
    {
        _one.With("20260301A-a.csx");
        Assert.NotNull(From().Find("20260301a"));
        Assert.Null(From().Find("20260301B"));
    }

    [Fact]
    public void Two_with_one_version_are_refused_with_both_paths_and_so_are_all_others()
    {
        _one.With("20260301A-a.csx", "20260302A-b.csx", "20260303A-c.csx", "20260303a-d.sql");
        _two.With("20260301a-other.csx", "20260302A-b.csx");
        var error = Assert.Throws<CairnException>(From);
        var all = error.Others.Prepend(error).ToList();
        Assert.All(all, each => Assert.Equal(ErrorCodes.DuplicateVersion, each.Code));
        Assert.Contains("one/20260301A-a.csx, two/20260301a-other.csx", all[0].Message, StringComparison.Ordinal);
        Assert.Contains("one/20260302A-b.csx, two/20260302A-b.csx", all[1].Message, StringComparison.Ordinal);
        Assert.Contains("one/20260303A-c.csx, one/20260303a-d.sql", all[2].Message, StringComparison.Ordinal);
        Assert.Equal(3, all.Count);
    }

    [Fact]
    public void A_custom_one_with_the_version_of_a_built_in_one_is_refused()
    {
        _one.With("20261101ZA-mine.csx");
        var builtIn = new AssemblySource([typeof(_20261101ZA_Tables)], MigrationSourceKind.BuiltIn);
        var error = Assert.Throws<CairnException>(() => MigrationSet.From([builtIn, new FolderSource(_one.Path, "one")], new DirectusNaming()));
        Assert.Equal(ErrorCodes.DuplicateVersion, error.Code);
        Assert.Contains("built-in:20261101ZA, one/20261101ZA-mine.csx", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_wrong_in_one_source_hides_nothing_in_another()
    {
        _one.With("noversion.csx", "alsonone.csx");
        _two.With("20260301A-a.csx", "20260301A-b.csx");
        var error = Assert.Throws<CairnException>(() => MigrationSet.From(
            [new FolderSource(_one.Path, "one"), new FolderSource(_two.Path, "two"), new FolderSource(_two.Path + "/none", "none")], new CairnNaming()));
        Assert.Equal(
            [ErrorCodes.FileNameInvalid, ErrorCodes.FileNameInvalid, ErrorCodes.FolderMissing, ErrorCodes.DuplicateVersion],
            error.Others.Prepend(error).Select(each => each.Code));
    }

    private MigrationSet From() => MigrationSet.From([new FolderSource(_one.Path, "one"), new FolderSource(_two.Path, "two")], new CairnNaming());

#pragma warning disable CA1812, IDE1006 // The class is looked at, never made.
    private sealed class _20261101ZA_Tables : Migration;
}
