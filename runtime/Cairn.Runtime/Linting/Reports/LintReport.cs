using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Linting.Reports;

/// <summary>What was found in all migrations that were looked at.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The database.</param>
/// <param name="ServerVersion">The version that the rules went by.</param>
public sealed record LintReport(Client Client, string Database, Version ServerVersion)
{
    /// <summary>The migrations that were looked at, in order.</summary>
    public IReadOnlyList<MigrationLint> Migrations { get; init; } = [];

    /// <summary>What the user should know before all else.</summary>
    public IReadOnlyList<string> Warnings { get; init; } = [];

    /// <summary>The findings of all migrations.</summary>
    public IEnumerable<LintFinding> Findings => Migrations.SelectMany(migration => migration.Findings);

    /// <summary>The worst finding; null where there is none.</summary>
    public LintSeverity? Worst => Findings.Select(finding => (LintSeverity?)finding.Severity).Max();
}

/// <summary>What was found in one migration.</summary>
/// <param name="Version">Its version.</param>
/// <param name="Name">Its name.</param>
/// <param name="Source">Where it comes from.</param>
/// <param name="Path">Its file, as the user would write it.</param>
/// <param name="Applied">Whether it was applied already; its tables are then taken as they are now.</param>
public sealed record MigrationLint(string Version, string Name, MigrationSourceKind Source, string Path, bool Applied)
{
    /// <summary>The findings, by line.</summary>
    public IReadOnlyList<LintFinding> Findings { get; init; } = [];

    /// <summary>Findings that the script waives, with the reason.</summary>
    public IReadOnlyList<WaivedFinding> Waived { get; init; } = [];

    /// <summary>What was not told, and why.</summary>
    public IReadOnlyList<string> Notes { get; init; } = [];
}

/// <summary>One finding.</summary>
/// <param name="Rule">The rule's code: <c>L101</c>.</param>
/// <param name="Severity">How bad it is, after the settings.</param>
/// <param name="Message">What it is, naming the table and column.</param>
/// <param name="Fix">What to do about it.</param>
public sealed record LintFinding(string Rule, LintSeverity Severity, string Message, string Fix)
{
    /// <summary>The file, as the user would write it.</summary>
    public required string File { get; init; }

    /// <summary>The line of the statement, from 1; null where the finding is about the whole migration.</summary>
    public int? Line { get; init; }

    /// <summary>The table, where it is about one.</summary>
    public string? Table { get; init; }
}

/// <summary>A finding that the script waives.</summary>
/// <param name="Finding">The finding.</param>
/// <param name="Reason">The reason that the script gives.</param>
public sealed record WaivedFinding(LintFinding Finding, string Reason);
