namespace Cairn.Runtime.Migrations;

/// <summary>How file names give versions, and how versions are ordered.</summary>
public abstract class MigrationNaming
{
    /// <summary>The word for it in settings: <c>cairn</c>, <c>directus</c> …</summary>
    public abstract string Name { get; }

    /// <summary>The expected form, for messages: <c>YYYYMMDD + letters, as 20260301A-add-orders.csx</c>.</summary>
    public abstract string Form { get; }

    /// <summary>Version and description of a file name (with ending), or what is wrong with it.</summary>
    public abstract NamingResult Read(string fileName);

    /// <summary>Orders versions.</summary>
    public abstract IComparer<MigrationVersion> Order { get; }

    /// <summary>The next free version for a new migration.</summary>
    /// <param name="today">The date it is made on.</param>
    /// <param name="taken">Versions in use.</param>
    public abstract string Next(DateTimeOffset today, IReadOnlyCollection<MigrationVersion> taken);

    /// <summary>The file name for a new migration.</summary>
    /// <param name="version">Its version.</param>
    /// <param name="name">Its description in words or kebab case.</param>
    /// <param name="ending">The ending, with the dot.</param>
    public abstract string FileName(string version, string name, string ending);
}

/// <summary>What a naming made of a file name.</summary>
/// <param name="Version">The version, or null where the name does not fit.</param>
/// <param name="Description">What follows it, without the ending.</param>
/// <param name="Error">What is wrong, where it does not fit.</param>
/// <param name="Code">The error's code, where it does not fit.</param>
public sealed record NamingResult(MigrationVersion? Version, string Description, string? Error = null, string? Code = null);
