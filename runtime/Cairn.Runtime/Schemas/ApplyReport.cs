using Cairn.Schema.Comparison;
using Cairn.Schema.Comparison.Changes;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Schemas;

/// <summary>What makes a database like a snapshot, and what was done of it.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Diff">In which way the database is to change: what is there is before, what shall be there is after.</param>
public sealed record ApplyReport(Client Client, string Database, SchemaDiff Diff)
{
    /// <summary>The changes in words, in order.</summary>
    public IReadOnlyList<string> Changes { get; init; } = [];

    /// <summary>The statements, of a dry run.</summary>
    public IReadOnlyList<string> Sql { get; init; } = [];

    /// <summary>What it loses: objects of tables that have rows.</summary>
    public IReadOnlyList<DataLoss> Losses { get; init; } = [];

    /// <summary>What the user should know.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>Whether it was only planned.</summary>
    public bool DryRun { get; init; }
}

/// <summary>How far two structures are apart.</summary>
/// <param name="Current">The database's.</param>
/// <param name="Wanted">The other one.</param>
/// <param name="Diff">In which way the database would have to change.</param>
public sealed record SchemaComparison(SchemaSnapshot Current, SchemaSnapshot Wanted, SchemaDiff Diff);
