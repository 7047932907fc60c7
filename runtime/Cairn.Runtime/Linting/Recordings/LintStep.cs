using Cairn.Runtime.Migrations;
using Cairn.Schema;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Recordings;

/// <summary>Something that a script asked for: a schema operation, or a statement of its own.</summary>
/// <param name="At">Where in the script; null where that is not known.</param>
/// <param name="IsRaw">Whether the script gave the words of the database itself.</param>
internal sealed record LintStep(ScriptPosition? At, bool IsRaw)
{
    /// <summary>The script's own statement, where it gave one.</summary>
    public string? Sql { get; init; }

    /// <summary>What the dialect made of it; empty where it was not rendered.</summary>
    public IReadOnlyList<string> Statements { get; init; } = [];

    /// <summary>What it changes, one by one, in order.</summary>
    public IReadOnlyList<LintChange> Changes { get; init; } = [];
}

/// <summary>One change: an operation, a change of a table, or a change of rows.</summary>
/// <param name="What">A <see cref="SchemaOperation"/> or a <see cref="TableChange"/>.</param>
/// <param name="Step">What it is part of.</param>
internal sealed record LintChange(object What, LintStep Step)
{
    /// <summary>The table, where it is about one.</summary>
    public LintTable? Table { get; init; }
}

/// <summary>A table at one point of a migration.</summary>
/// <param name="Name">Its name there.</param>
internal sealed record LintTable(TableName Name)
{
    /// <summary>Its name in the database as it is now; null where it is not there.</summary>
    public TableName? InDatabase { get; init; }

    /// <summary>Whether this migration made it.</summary>
    public bool IsNew { get; init; }

    /// <summary>The columns that this migration added to it.</summary>
    public IReadOnlySet<string> NewColumns { get; init; } = new HashSet<string>();

    /// <inheritdoc/>
    public override string ToString() => Name.ToString();
}

/// <summary>One direction of a migration, as far as it could be recorded.</summary>
/// <param name="Steps">What it asks for.</param>
internal sealed record LintRecording(IReadOnlyList<LintStep> Steps)
{
    /// <summary>Why the rest of it is not known; null where all is.</summary>
    public string? StoppedBecause { get; init; }

    /// <summary>The error that it would fail with; null for none.</summary>
    public CairnException? Error { get; init; }

    /// <summary>What the rows that are there would refuse, and where; null for nothing.</summary>
    public (CairnException Error, ScriptPosition? At)? Refusal { get; init; }

    /// <summary>Every change, in order.</summary>
    public IEnumerable<LintChange> Changes => Steps.SelectMany(step => step.Changes);

    /// <summary>The line of the last step; null where that is not known.</summary>
    public int? LastLine => Steps.Count == 0 ? null : Steps[^1].At?.Line;

    /// <summary>Whether nothing of it is unknown.</summary>
    public bool IsWhole => StoppedBecause is null && Error is null;
}
