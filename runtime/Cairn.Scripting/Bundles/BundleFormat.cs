using Cairn.Runtime.Migrations;
using Cairn.Scripting.Binding;
using Cairn.Scripting.Compiling;

namespace Cairn.Scripting.Bundles;

/// <summary>The scripts of a bundle, which need no compiler and no file.</summary>
/// <param name="content">The bundle.</param>
/// <param name="others">For scripts that are not the bundle's own, such as one from the history.</param>
internal sealed class BundleFormat(BundleContent content, IMigrationFormat others) : IMigrationFormat
{
    private readonly Dictionary<MigrationVersion, BundledMigration> own =
        content.Migrations.Where(migration => migration.Entry is not null).ToDictionary(migration => migration.Descriptor.Version);

    private readonly Dictionary<string, ScriptLoadContext> contexts = new(StringComparer.Ordinal);

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings => others.Endings;

    /// <inheritdoc/>
    public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) =>
        Find(migration) is { } found ? ValueTask.FromResult(found.Source) : others.ReadAsync(migration, cancellationToken);

    /// <inheritdoc/>
    public async Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var bound = Bind([.. migrations.Select(Find).OfType<BundledMigration>()]);
        var rest = migrations.Where(migration => Find(migration) is null).ToList();
        if (rest.Count == 0)
        {
            return new LoadResult(bound, []);
        }

        var loaded = await others.LoadAsync(rest, cancellationToken);
        return loaded with { Migrations = [.. bound, .. loaded.Migrations] };
    }

    // A migration that comes with a text of its own runs from that.
    private BundledMigration? Find(MigrationDescriptor migration) => migration.EmbeddedText is null && migration.FilePath is null ? own.GetValueOrDefault(migration.Version) : null;

    private IReadOnlyList<LoadedMigration> Bind(List<BundledMigration> wanted)
    {
        int[] needed = [.. wanted.Select(migration => migration.Entry!.Image).Distinct()];
        var compiled = new CompiledScripts(
            [.. needed.Select(image => content.Images[image].Bytes)],
            [.. wanted.Select(migration => migration.Entry! with { Image = Array.IndexOf(needed, migration.Entry.Image) })],
            []);
        return ScriptBinder.Bind([.. wanted.Select(migration => migration.AsScript())], compiled, image => ContextOf(content.Images[needed[image]].References));
    }

    // What refers to the same assemblies shares them.
    private ScriptLoadContext ContextOf(IReadOnlyList<int> references)
    {
        var key = string.Join(',', references);
        return contexts.TryGetValue(key, out var known)
            ? known
            : contexts[key] = ScriptLoadContext.Of(references.Select(index => content.Assemblies[index]).ToDictionary(
                assembly => assembly.Name, assembly => assembly.Bytes, StringComparer.OrdinalIgnoreCase));
    }
}
