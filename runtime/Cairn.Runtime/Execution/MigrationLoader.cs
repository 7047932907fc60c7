using Cairn.Runtime.Execution.Stamps;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Execution;

/// <summary>Makes migrations runnable by their formats: all of one format in one pass, and all errors together.</summary>
internal sealed class MigrationLoader
{
    private readonly Dictionary<string, IMigrationFormat> formats = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<MigrationVersion, string> known = [];
    private readonly RecordedChecksums? recorded;

    /// <param name="all">The formats.</param>
    /// <param name="stamps">Keeps checksums from one run to the next; null for nobody.</param>
    public MigrationLoader(IEnumerable<IMigrationFormat> all, IStampStore? stamps = null)
    {
        recorded = stamps is null ? null : new RecordedChecksums(stamps);
        foreach (var format in all.Prepend(new ClassFormat()))
        {
            foreach (var ending in format.Endings)
            {
                formats[ending] = format;
            }
        }
    }

    /// <exception cref="CairnException">Some do not compile; one of the errors, with the others in it.</exception>
    public async Task<IReadOnlyDictionary<MigrationVersion, LoadedMigration>> LoadAsync(
        IEnumerable<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var result = await TryLoadAsync(migrations, cancellationToken);
        ErrorList.ThrowIfAny(result.Errors);
        return result.Migrations.ToDictionary(migration => migration.Descriptor.Version);
    }

    /// <summary>Loads what can be loaded, and tells what cannot.</summary>
    public async Task<LoadResult> TryLoadAsync(IEnumerable<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var loaded = new List<LoadedMigration>();
        var errors = new List<CairnException>();
        foreach (var group in migrations.DistinctBy(migration => migration.Version).GroupBy(migration => migration.Format, StringComparer.OrdinalIgnoreCase))
        {
            var result = await Format(group.Key).LoadAsync([.. group], cancellationToken);
            loaded.AddRange(result.Migrations);
            errors.AddRange(result.Errors);
        }

        return new LoadResult(loaded, errors);
    }

    /// <summary>
    /// The checksums of the given migrations' files. A file is read once, since under the lock the same question is asked again; and not at all where it is as it was when its checksum was recorded.
    /// </summary>
    public async Task<IReadOnlyDictionary<MigrationVersion, string>> ChecksumsAsync(
        IEnumerable<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var checksums = new Dictionary<MigrationVersion, string>();
        foreach (var migration in migrations)
        {
            if (!known.TryGetValue(migration.Version, out var checksum))
            {
                known.Add(migration.Version, checksum = await ChecksumAsync(migration, cancellationToken));
            }

            checksums.Add(migration.Version, checksum);
        }

        recorded?.Keep();
        return checksums;
    }

    private async ValueTask<string> ChecksumAsync(MigrationDescriptor migration, CancellationToken cancellationToken)
    {
        var seen = recorded?.See(migration);
        if (seen?.Checksum is { } checksum)
        {
            return checksum;
        }

        var text = await ReadAsync(migration, cancellationToken);
        if (seen is not null)
        {
            recorded!.Note(seen, text);
        }

        return text.Checksum;
    }

    /// <summary>What the given migrations say they replace. Only a text that has the word is compiled for it.</summary>
    /// <exception cref="CairnException">One that may replace others does not compile.</exception>
    public async Task<IReadOnlyDictionary<MigrationVersion, IReadOnlyList<MigrationVersion>>> ReplacesAsync(
        IEnumerable<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var candidates = new List<MigrationDescriptor>();
        foreach (var migration in migrations)
        {
            var source = await ReadAsync(migration, cancellationToken);
            known.TryAdd(migration.Version, source.Checksum);
            if (migration.Type is not null || source.Text.Contains("replaces", StringComparison.OrdinalIgnoreCase))
            {
                candidates.Add(migration);
            }
        }

        return candidates.Count == 0
            ? new Dictionary<MigrationVersion, IReadOnlyList<MigrationVersion>>()
            : (await LoadAsync(candidates, cancellationToken)).Values
                .Where(migration => migration.UpOptions.Replaces.Count > 0)
                .ToDictionary(
                    migration => migration.Descriptor.Version,
                    IReadOnlyList<MigrationVersion> (migration) => [.. migration.UpOptions.Replaces.Select(version => new MigrationVersion(version))]);
    }

    /// <summary>A migration's text and checksum, without compiling it.</summary>
    public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) =>
        Format(migration.Format).ReadAsync(migration, cancellationToken);

    private IMigrationFormat Format(string ending) => formats.TryGetValue(ending, out var format)
        ? format
        : throw new CairnException(ErrorCodes.CompileError, $"There is no format for {ending} migrations in this application.")
        {
            Fix = "Add the format (options.UseScripts() of Cairn.Scripting has .csx and .sql), or take the file away.",
        };
}
