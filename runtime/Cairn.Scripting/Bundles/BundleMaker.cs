using Cairn.Runtime.Migrations;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Bundles;

/// <summary>Compiles migrations into a bundle. No database is needed, and no compile cache is used.</summary>
public static class BundleMaker
{
    /// <summary>The bytes of a bundle; the same migrations make the same bytes, wherever their folder is.</summary>
    /// <param name="migrations">The migrations, in their order: <c>.csx</c> and <c>.sql</c>.</param>
    /// <param name="naming">The naming in force.</param>
    /// <param name="toolVersion">The version of the tool that makes it, and that will have to run it.</param>
    /// <param name="warn">Takes what the user should know of the packages that scripts name; may be null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">Something does not compile or cannot be read; all errors of all migrations are in it.</exception>
    public static async Task<byte[]> MakeAsync(
        IReadOnlyList<MigrationDescriptor> migrations, MigrationNaming naming, string toolVersion, Action<string>? warn, CancellationToken cancellationToken)
    {
        var (sources, errors) = await CsxFormat.ReadAllAsync(migrations.Where(migration => migration.Format == ".csx"), ScriptKind.Migration, warn, cancellationToken);
        var scripts = sources.Select(AsSeen).ToList();
        var compiled = new ScriptCompiler(Caching.CompileCache.None).Compile(scripts, cancellationToken);
        var others = await new SqlFormat().LoadAsync([.. migrations.Where(migration => migration.Format != ".csx")], cancellationToken);
        ErrorList.ThrowIfAny(ErrorOrder.Sorted([.. errors, .. compiled.Errors, .. others.Errors]));

        var bundled = scripts.Zip(compiled.Entries, (script, entry) => Of(script.Descriptor, script.SourceText, script.Loaded.Select(file => file.Display), entry))
            .Concat(others.Migrations.Select(migration => Of(migration.Descriptor, migration.Source, [], null)))
            .ToDictionary(migration => migration.Version, StringComparer.Ordinal);
        var references = BundledReferences.Of(scripts, compiled);
        return BundleForm.Write(new BundleContent(
            new BundleOrigin(toolVersion, Environment.Version.Major, naming.Name),
            [.. migrations.Select(migration => bundled[migration.Version.Text])],
            [.. compiled.Images.Zip(references.Images, (bytes, needed) => new BundledImage(bytes, needed))],
            references.Assemblies));
    }

    // The folder that a bundle is made in says nothing where it is run: the debug information names files as the user sees them.
    private static ScriptSource AsSeen(ScriptSource source) => source with { Main = AsSeen(source.Main), Loaded = [.. source.Loaded.Select(AsSeen)] };

    private static ScriptFile AsSeen(ScriptFile file) => file with { DebugPath = file.Display };

    private static BundledMigration Of(MigrationDescriptor migration, MigrationSourceText text, IEnumerable<string> loaded, ScriptEntry? entry) =>
        new(migration.Version.Text, migration.Name, migration.Path, migration.Format, text, [.. loaded], entry);
}
