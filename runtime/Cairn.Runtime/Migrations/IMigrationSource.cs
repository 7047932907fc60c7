namespace Cairn.Runtime.Migrations;

/// <summary>Gives migrations: a folder, embedded resources, an assembly.</summary>
public interface IMigrationSource
{
    /// <summary>The migrations by name only; no file is read.</summary>
    /// <exception cref="CairnException">A folder or a name is wrong (CAIRN10xx).</exception>
    SourceListing List(MigrationNaming naming);
}

/// <summary>What a source has.</summary>
/// <param name="Migrations">The migrations, in any order.</param>
/// <param name="Warnings">What looks like a migration but is none.</param>
public sealed record SourceListing(IReadOnlyList<MigrationDescriptor> Migrations, IReadOnlyList<string> Warnings);
