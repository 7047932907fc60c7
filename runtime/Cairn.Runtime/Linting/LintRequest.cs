using Cairn.Runtime.Linting.Reports;

namespace Cairn.Runtime.Linting;

/// <summary>What to look at, and how strictly.</summary>
public sealed record LintRequest
{
    /// <summary>The versions to look at, pending or applied; empty means all that are pending.</summary>
    public IReadOnlyList<string> Versions { get; init; } = [];

    /// <summary>Every migration instead, also the applied ones.</summary>
    public bool All { get; init; }

    /// <summary>Only migrations in these files (full paths); null for no such choice.</summary>
    public IReadOnlySet<string>? Files { get; init; }

    /// <summary>The database systems that the migrations are written for, besides the one that is looked at.</summary>
    public IReadOnlySet<Client> Clients { get; init; } = new HashSet<Client>();

    /// <summary>Takes every table that a migration did not make itself for one with at least so many rows; null goes by the database.</summary>
    public long? AssumedRows { get; init; }

    /// <summary>Rules with another severity than their own, by code; null switches a rule off.</summary>
    public IReadOnlyDictionary<string, LintSeverity?> Severities { get; init; } = new Dictionary<string, LintSeverity?>();
}
