using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Tests.Tool.Calls;
using Xunit;

namespace Cairn.Tests.Migrations;

/// <summary>A file of a folder keeps only its name, and says its paths when it is asked.</summary>
public sealed class MigrationDescriptorTests : IDisposable
{
    private readonly CalledTool _project = new();

    [Fact]
    public void A_listed_file_has_both_paths()
    {
        var found = Listed();
        Assert.Equal("extensions/migrations/20260301A-first.sql", found.Path);
        Assert.Equal(Path.Combine(_project.Folder, "extensions/migrations/20260301A-first.sql"), found.FilePath);
        Assert.Equal(found, Listed());
    }

    [Fact]
    public void Another_path_leaves_the_other_one_as_it_was()
    {
        var found = Listed();
        var (shown, there) = (found with { Path = "elsewhere" }, found with { FilePath = null });
        Assert.Equal(("elsewhere", found.FilePath), (shown.Path, shown.FilePath));
        Assert.Equal((found.Path, null), (there.Path, there.FilePath));
        Assert.NotEqual(found, shown);
    }

    public void Dispose() => _project.Dispose();

    private MigrationDescriptor Listed()
    {
        _project.Write("extensions/migrations/20260301A-first.sql", "-- up\n-- down\n");
        return Assert.Single(new FolderSource(Path.Combine(_project.Folder, "extensions/migrations"), "extensions/migrations").List(MigrationNamings.Default).Migrations);
    }
}
