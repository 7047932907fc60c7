using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Tools;

/// <summary>The launcher, where the tool under test has one.</summary>
internal sealed class Launcher : IDisposable
{
    private const string Name = "cairn-launcher";
    private readonly string folder = Directory.CreateTempSubdirectory("cairn-alone-").FullName;

    private Launcher()
    {
        foreach (var file in new[] { CairnTool.Path, Beside("libe_sqlite3.so") })
        {
            File.Copy(file, Path.Combine(folder, Path.GetFileName(file)));
        }
    }

    /// <summary>It, without the tool beside it: whatever it does then, it does by itself.</summary>
    public string Alone => Path.Combine(folder, Name);

    /// <summary>The tool itself.</summary>
    public static string Tool => Beside("dotnet-cairn");

    /// <summary>It; where the tool under test has none, the test is skipped, or fails where it must not be missing.</summary>
    public static Launcher Require()
    {
        if (Path.GetFileName(CairnTool.Path) != Name)
        {
            const string Missing = "The tool under test has no launcher: tests/run.sh compiles one where the machine has what that takes.";
            Assert.False(EngineNames.IsRequired("launcher"), Missing + " CAIRN_REQUIRE_ENGINES asks for it.");
            Assert.Skip(Missing);
        }

        return new Launcher();
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static string Beside(string file) => Path.Combine(Path.GetDirectoryName(CairnTool.Path)!, file);
}
