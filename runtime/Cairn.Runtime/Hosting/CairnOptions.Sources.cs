using System.Reflection;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;

namespace Cairn.Runtime.Hosting;

/// <summary>Where the migrations come from; all sources make one order.</summary>
public sealed partial class CairnOptions
{
    /// <summary>The application's own sources.</summary>
    internal List<IMigrationSource> Sources { get; } = [];

    /// <summary>The folders as given, and whether they may be absent.</summary>
    internal List<(string Folder, bool Optional)> ExtensionFolders { get; } = [];

    /// <summary>Adds the compiled migrations of an assembly: its classes that derive from <see cref="Migration"/>.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <remarks>A class may ask for the application's services in its constructor.</remarks>
    public CairnOptions AddMigrations(Assembly assembly) => AddSource(new AssemblySource(assembly));

    /// <summary>Adds compiled migrations one by one.</summary>
    /// <param name="types">The classes; each derives from <see cref="Migration"/>.</param>
    public CairnOptions AddMigrations(params Type[] types) => AddSource(new AssemblySource(types));

    /// <summary>Adds the <c>.csx</c> and <c>.sql</c> files that are embedded in an assembly; needs their formats, see <c>UseScripts()</c> of Cairn.Scripting.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">What the resources' names begin with, before the file's name: <c>Shop.Migrations</c>.</param>
    public CairnOptions AddEmbeddedMigrations(Assembly assembly, string prefix) => AddSource(new EmbeddedSource(assembly, prefix));

    /// <summary>Adds any source.</summary>
    public CairnOptions AddSource(IMigrationSource source)
    {
        ArgumentNullException.ThrowIfNull(source);
        Sources.Add(source);
        return this;
    }

    /// <summary>Adds an extensions folder: the <c>.csx</c> and <c>.sql</c> files in its <c>migrations</c>; needs their formats, see <c>UseScripts()</c> of Cairn.Scripting.</summary>
    /// <param name="folder">The folder; a relative one is below the application's content root.</param>
    /// <param name="optional">Whether it may be absent. Otherwise that is an error (CAIRN1008), since a folder's misspelt name is not to go unnoticed.</param>
    public CairnOptions AddExtensions(string folder, bool optional = false)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(folder);
        ExtensionFolders.Add((folder, optional));
        return this;
    }
}
