namespace Cairn.Runtime.Execution;

/// <summary>Apply every pending migration.</summary>
/// <param name="To">Stop after this version.</param>
/// <param name="SingleTransaction">All or nothing.</param>
/// <param name="DryRun">Only say what would happen.</param>
public sealed record LatestRequest(string? To = null, bool SingleTransaction = false, bool DryRun = false)
{
    /// <summary>Only the migrations of this phase, and Cairn's own; null for all.</summary>
    public Phase? Phase { get; init; }

    /// <summary>The user's word on a statement that was interrupted and that the catalogue does not show.</summary>
    public ResumeAnswer? Resume { get; init; }
}

/// <summary>Apply the next pending migrations, or a named one.</summary>
/// <param name="Version">The named one.</param>
/// <param name="Steps">How many.</param>
/// <param name="DryRun">Only say what would happen.</param>
public sealed record UpRequest(string? Version = null, int Steps = 1, bool DryRun = false)
{
    /// <summary>The user's word on a statement that was interrupted and that the catalogue does not show.</summary>
    public ResumeAnswer? Resume { get; init; }
}

/// <summary>Roll back the last applied migrations, or a named one.</summary>
/// <param name="Version">The named one.</param>
/// <param name="Steps">How many.</param>
/// <param name="To">Back to this version, which stays.</param>
public sealed record DownRequest(string? Version = null, int Steps = 1, string? To = null)
{
    /// <summary>Also Cairn's own migrations.</summary>
    public bool IncludeBuiltIn { get; init; }

    /// <summary>Also what its author calls irreversible.</summary>
    public bool Force { get; init; }

    /// <summary>The user's word on a statement that was interrupted and that the catalogue does not show.</summary>
    public ResumeAnswer? Resume { get; init; }

    /// <summary>From the recorded source where the file is gone.</summary>
    public bool FromHistory { get; init; }

    /// <summary>Only say what would happen.</summary>
    public bool DryRun { get; init; }
}

/// <summary>Roll back the last run, or everything.</summary>
/// <param name="All">Everything custom.</param>
/// <param name="Force">Also what its author calls irreversible.</param>
/// <param name="DryRun">Only say what would happen.</param>
public sealed record RollbackRequest(bool All = false, bool Force = false, bool DryRun = false);

/// <summary>Record without running.</summary>
/// <param name="Version">The version; null with <see cref="All"/>.</param>
/// <param name="Unapply">Record as not applied.</param>
/// <param name="All">All pending ones.</param>
/// <param name="Renamed">The version is the new name of an applied migration whose file is gone.</param>
/// <param name="DryRun">Only say what would happen.</param>
public sealed record MarkRequest(string? Version, bool Unapply = false, bool All = false, bool Renamed = false, bool DryRun = false);
