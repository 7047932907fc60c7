using System.Text;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Xunit;

namespace Cairn.Tests.Scripting;

/// <summary>A folder of scripts that is gone after the test. What scripts do, they note by <c>AppContext.SetData</c> under a key of the folder's own.</summary>
public sealed class ScriptFolder : IDisposable
{
    public ScriptFolder()
    {
        Path = Directory.CreateTempSubdirectory("cairn-scripts-").FullName;
        Key = "seen-" + Guid.NewGuid().ToString("n");
    }

    public string Path { get; }

    public string Key { get; }

    public object? Seen => AppContext.GetData(Key);

    public string File(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes a file; <c>SEEN(x)</c> in it notes x.</summary>
    public MigrationDescriptor Write(string name, string text, Encoding? encoding = null)
    {
        System.IO.Directory.CreateDirectory(System.IO.Path.GetDirectoryName(File(name))!);
        System.IO.File.WriteAllText(File(name), text.Replace("SEEN(", $"AppContext.SetData(\"{Key}\", ", StringComparison.Ordinal), encoding ?? new UTF8Encoding(false));
        return Describe(name);
    }

    public MigrationDescriptor Describe(string name) =>
        new(new MigrationVersion(name.Split('-')[0]), name, MigrationSourceKind.Custom, "migrations/" + name)
        {
            FilePath = File(name),
            Format = System.IO.Path.GetExtension(name).ToLowerInvariant(),
        };

    public static CsxFormat Csx(CompileCache? cache = null) => new(new ScriptCompiler(cache ?? CompileCache.None));

    public static async Task<LoadResult> LoadAsync(params MigrationDescriptor[] migrations) =>
        await Csx().LoadAsync(migrations, CancellationToken.None);

    /// <summary>Loads one script that must be right.</summary>
    public async Task<LoadedMigration> LoadOneAsync(string text, string name = "20260301A-x.csx")
    {
        var result = await LoadAsync(Write(name, text));
        Assert.Empty(result.Errors.Select(error => $"{error.File}({error.Line},{error.Column}): {error.Code} {error.Message}"));
        return Assert.Single(result.Migrations);
    }

    /// <summary>Loads one script that must have exactly one error.</summary>
    public async Task<CairnException> ErrorOfAsync(string text, string name = "20260301A-x.csx")
    {
        var result = await LoadAsync(Write(name, text));
        Assert.Empty(result.Migrations);
        return Assert.Single(result.Errors);
    }

    /// <summary>Loads one script and goes up; gives what it noted.</summary>
    public async Task<object?> UpAsync(string text)
    {
        await (await LoadOneAsync(text)).Up(null!, CancellationToken.None);
        return Seen;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
