using Cairn.Runtime.Migrations;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Drills.Reports;

/// <summary>The drill of one migration.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its display name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Path">Its file, or <c>built-in:…</c>.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record MigrationDrill(string Version, string Name, MigrationSourceKind Source, string Path, DrillOutcome Outcome)
{
    /// <summary>What is not as it should be, object by object; empty where it passed.</summary>
    public IReadOnlyList<DrillDifference> Differences { get; init; } = [];

    /// <summary>What a direction failed with, or null.</summary>
    public CairnException? Error { get; init; }

    /// <summary>Up, down, up again, as far as they were run.</summary>
    public IReadOnlyList<DrillStep> Steps { get; init; } = [];

    /// <summary>The columns that the migration declares lossy, with the reason: left out of the comparison.</summary>
    public IReadOnlyDictionary<string, string> Lossy { get; init; } = new Dictionary<string, string>();

    /// <summary>What the user should know: why it counts as not deterministic, what could not be compared.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];

    /// <summary>The structure before up; null where it was not read.</summary>
    public SchemaSnapshot? Before { get; init; }

    /// <summary>The structure after the first up; null where it was not read.</summary>
    public SchemaSnapshot? After { get; init; }

    /// <summary>The rows of each table that were compared before and after.</summary>
    public IReadOnlyList<TableCheck> Tables { get; init; } = [];
}

/// <summary>One thing that a drill found to be different.</summary>
/// <param name="When">After which step: <see cref="DrillMoment.Down"/> compares with the state before up.</param>
/// <param name="Subject">The object: <c>index orders_tenant_id_index</c>, <c>column orders.note</c>, <c>rows of orders</c>.</param>
/// <param name="What">In which way: <c>missing after down</c>, <c>left behind by down</c>, <c>default 'new' became none</c>, <c>2 rows are gone</c>.</param>
public sealed record DrillDifference(DrillMoment When, string Subject, string What)
{
    /// <summary>Subject and what, in one line.</summary>
    public override string ToString() => $"{Subject}: {What}";
}

/// <summary>When a drill compares.</summary>
public enum DrillMoment
{
    /// <summary>After down, with the state before up.</summary>
    Down,

    /// <summary>After the second up, with the state after the first.</summary>
    SecondUp,
}

/// <summary>The rows of a table before up and after down.</summary>
/// <param name="Table">The table.</param>
/// <param name="Before">How many rows it had.</param>
/// <param name="After">How many it has; null where the table is gone.</param>
/// <param name="Same">Whether all compared columns hold the same.</param>
public sealed record TableCheck(string Table, long Before, long? After, bool Same)
{
    /// <summary>The columns that differ.</summary>
    public IReadOnlyList<string> Columns { get; init; } = [];
}
