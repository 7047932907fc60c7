using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Tool.Commands.Squashes;
using Xunit;

namespace Cairn.Tests.Squashes;

/// <summary>Killed after any change of a file, nothing is lost, nothing runs by half, and the next squash finishes it.</summary>
public sealed class SquashFilesTests : IDisposable
{
    private static readonly SquashOrder Order = new("20260302A", "20260302A-squashed.csx", "squashed/20260302A", ["20260301A-one.csx", "20260302A-two.sql"], "the \"new\"\ntext\n");

    private readonly string folder = Directory.CreateTempSubdirectory("cairn-squash-").FullName;

    public SquashFilesTests()
    {
        foreach (var file in Order.Old.Append("20260303A-three.csx"))
        {
            File.WriteAllText(Path.Combine(folder, file), "text of " + file);
        }
    }

    public static TheoryData<int> Moments => [.. Enumerable.Range(1, 5)];

    [Theory, MemberData(nameof(Moments))]
    public void Killed_at_any_moment_it_can_be_finished(int moment)
    {
        var changes = 0;
        var files = new SquashFiles(folder, "m") { Between = () => _ = ++changes == moment ? throw new TimeoutException() : 0 };
        Assert.Throws<TimeoutException>(() => files.Replace(Order));
        foreach (var name in Order.Old)
        {
            Assert.Single(new[] { "", Order.Archive }, place => File.Exists(Path.Combine(folder, place, name)));
        }

        if (new SquashFiles(folder, "m").Unfinished() is { } left)
        {
            var error = Assert.Throws<CairnException>(List);
            Assert.Equal((ErrorCodes.SquashInterrupted, "Finish it: dotnet cairn migrate:squash."), (error.Code, error.Fix));
            Assert.Equal(Order.ToString(), left.ToString());
            new SquashFiles(folder, "m").Finish(left);
        }
        else
        {
            Assert.Equal(5, moment);
        }

        AssertFinished();
    }

    [Fact]
    public void Undisturbed_it_makes_that_many_changes()
    {
        var changes = 0;
        new SquashFiles(folder, "m") { Between = () => changes++ }.Replace(Order);
        Assert.Equal(5, changes);
        AssertFinished();
    }

    [Fact]
    public void What_was_half_written_when_it_was_killed_is_no_obstacle()
    {
        File.WriteAllText(Path.Combine(folder, "20260302A-squashed.csx.0a.tmp"), "the");
        File.WriteAllText(Path.Combine(folder, FolderSource.SquashMarker + ".0a.tmp"), "{");
        Assert.Equal(["20260301A", "20260302A", "20260303A"], List());
        new SquashFiles(folder, "m").Replace(Order);
        AssertFinished();
    }

    [Fact]
    public void What_somebody_changed_meanwhile_is_told_and_left_alone()
    {
        File.WriteAllText(Path.Combine(folder, FolderSource.SquashMarker), Order.ToString());
        Directory.CreateDirectory(Path.Combine(folder, Order.Archive));
        File.WriteAllText(Path.Combine(folder, Order.Archive, Order.Old[0]), "another");
        Assert.Contains("both in", Stuck(), StringComparison.Ordinal);
        File.Delete(Path.Combine(folder, Order.Archive, Order.Old[0]));
        File.Delete(Path.Combine(folder, Order.Old[0]));
        Assert.Contains("neither in", Stuck(), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, Order.Old[0]), "text of " + Order.Old[0]);
        File.WriteAllText(Path.Combine(folder, Order.File), "mine");
        Assert.Contains("another text", Stuck(), StringComparison.Ordinal);
        File.WriteAllText(Path.Combine(folder, FolderSource.SquashMarker), "{}");
        Assert.Equal(ErrorCodes.SquashInterrupted, Assert.Throws<CairnException>(() => new SquashFiles(folder, "m").Unfinished()).Code);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private string Stuck()
    {
        var files = new SquashFiles(folder, "m");
        var error = Assert.Throws<CairnException>(() => files.Finish(files.Unfinished()!));
        Assert.Equal(ErrorCodes.SquashInterrupted, error.Code);
        return error.Message;
    }

    private void AssertFinished()
    {
        Assert.Equal(["20260302A", "20260303A"], List());
        Assert.Equal(Order.Text, File.ReadAllText(Path.Combine(folder, Order.File)));
        foreach (var name in Order.Old)
        {
            Assert.Equal("text of " + name, File.ReadAllText(Path.Combine(folder, Order.Archive, name)));
        }

        Assert.Null(new SquashFiles(folder, "m").Unfinished());
    }

    private IEnumerable<string> List() =>
        new FolderSource(folder, "m").List(MigrationNamings.Default).Migrations.Select(migration => migration.Version.Text);
}
