using System.Text;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Tools;

/// <summary>A project of a user: a temp folder with <c>extensions/migrations</c>, and a database to migrate.</summary>
public sealed class Workspace : IDisposable
{
    private readonly string? _url;

    private Workspace(TestDatabase? database)
    {
        _url = database?.Url;
        Folder = Directory.CreateTempSubdirectory("cairn-work-").FullName;
        Directory.CreateDirectory(Migrations);
        if (database is not null && EngineNames.NeedsDriver(database.Engine))
        {
            MySqlFactory.CopyTo(Path.Combine(Folder, "extensions", "drivers"));
        }
    }

    public string Folder { get; }

    public string Migrations => Path.Combine(Folder, "extensions", "migrations");

    /// <summary>A project whose database is the given one (by <c>CAIRN_CONNECTION</c>), or the default <c>sqlite:cairn.db</c>.</summary>
    public static Workspace For(TestDatabase? database = null) => new(database);

    /// <summary>A project with a copy of an example's files.</summary>
    public static Workspace OfExample(string example, TestDatabase database)
    {
        var workspace = new Workspace(database);
        var source = Path.Combine(Repository.Root, "examples", example);
        foreach (var file in Directory.EnumerateFiles(source, "*", SearchOption.AllDirectories))
        {
            var target = Path.Combine(workspace.Folder, Path.GetRelativePath(source, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }

        return workspace;
    }

    /// <summary>Writes a file into the migrations folder, byte for byte (UTF-8 without BOM, line ends as given).</summary>
    public Workspace Write(string name, string text)
    {
        var path = Path.Combine(Migrations, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        return this;
    }

    public Workspace Delete(string name)
    {
        File.Delete(Path.Combine(Migrations, name));
        return this;
    }

    /// <summary>Lets an ordinary account in, for calls <see cref="ToolCall.WithoutRootRights"/>; closed paths are closed after this.</summary>
    public Workspace OpenToEverybody()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "accounts and file modes are tested on Unix");
        if (OperatingSystem.IsWindows())
        {
            return this;
        }

        const UnixFileMode Everything = (UnixFileMode)0b111_111_111;
        foreach (var path in Directory.EnumerateFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Append(Folder))
        {
            File.SetUnixFileMode(path, Everything);
        }

        return this;
    }

    /// <summary>A call of the tool in this folder, to be changed with <c>with</c>.</summary>
    public ToolCall Call(params string[] arguments) => new(Folder, arguments)
    {
        Environment = _url is null
            ? new Dictionary<string, string>(StringComparer.Ordinal)
            : new Dictionary<string, string>(StringComparer.Ordinal) { ["CAIRN_CONNECTION"] = _url },
    };

    public Task<ToolResult> RunAsync(params string[] arguments) => CairnTool.RunAsync(Call(arguments));

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
