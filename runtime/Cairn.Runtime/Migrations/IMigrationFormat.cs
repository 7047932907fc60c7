namespace Cairn.Runtime.Migrations;

/// <summary>One kind of migration file (or class): how it is checked, identified and made runnable.</summary>
public interface IMigrationFormat
{
    /// <summary>The endings it serves, in lower case, with the dot.</summary>
    IReadOnlyList<string> Endings { get; }

    /// <summary>The text and everything it loads, and the checksum over both; BOM, line endings and trailing blanks do not count.</summary>
    /// <exception cref="CairnException">A file cannot be read (CAIRN2010) or a loaded one is missing (CAIRN2005).</exception>
    ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken);

    /// <summary>Makes all given migrations runnable, in one pass; errors of every broken one are in the result.</summary>
    Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken);
}

/// <summary>A migration's text and identity.</summary>
/// <param name="Text">The main file's text.</param>
/// <param name="Checksum">Lower-case hex SHA-256 over the normalised text and all it loads.</param>
public sealed record MigrationSourceText(string Text, string Checksum);

/// <summary>What loading gave: either all are runnable, or there are errors.</summary>
/// <param name="Migrations">The runnable ones.</param>
/// <param name="Errors">Everything wrong, with file, line and column.</param>
public sealed record LoadResult(IReadOnlyList<LoadedMigration> Migrations, IReadOnlyList<CairnException> Errors);
