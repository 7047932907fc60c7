using Cairn.Schema;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>
/// A tool whose records can be taken over: its table, and what a row of it means. Pure: the rows are given. A class that derives from this is found by itself;
/// docs/adopting.md has its section.
/// </summary>
internal abstract class AdoptedSystem
{
    /// <summary>The word for it on the command line.</summary>
    public abstract string Name { get; }

    /// <summary>Its name for people.</summary>
    public abstract string Title { get; }

    /// <summary>The names that the tool gives its table, the usual one first.</summary>
    public abstract IReadOnlyList<string> Tables { get; }

    /// <summary>The columns that are read; their names are compared without regard to case and underscores.</summary>
    public abstract IReadOnlyList<OtherColumn> Columns { get; }

    /// <summary>Whether the tool's own migrations are in the same table, so that a row without a file is no surprise.</summary>
    public virtual bool KeepsOwnMigrations => false;

    /// <summary>Whether a description is free text that need not be like a file's name: then the version alone says what belongs together.</summary>
    public virtual bool DescribesFreely => false;

    /// <summary>Tables by which the tool keeps its own runs apart; each may not be there.</summary>
    public virtual IReadOnlyList<OtherLock> Locks(TableName table) => [];

    /// <summary>What the rows say. They have each of <see cref="Columns"/> by the name it has there, in no order.</summary>
    public abstract OtherHistory Read(IReadOnlyList<CatalogueRow> rows);
}

/// <summary>A column of the other tool's table.</summary>
/// <param name="Name">As the tool writes it.</param>
/// <param name="Required">Whether a table without it is not of this tool.</param>
internal sealed record OtherColumn(string Name, bool Required = true);

/// <summary>A table by which the other tool keeps its runs apart.</summary>
/// <param name="Table">The table.</param>
/// <param name="Flag">The column that is true while a run is under way; null where any row says so.</param>
internal sealed record OtherLock(TableName Table, string? Flag);
