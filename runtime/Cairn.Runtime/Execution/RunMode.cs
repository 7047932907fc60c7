namespace Cairn.Runtime.Execution;

/// <summary>How a plan is run.</summary>
/// <param name="DryRun">Only follow it.</param>
/// <param name="SingleTransaction">All steps in one transaction.</param>
/// <param name="Force">Also roll back what its author calls irreversible.</param>
/// <param name="ChecksFiles">Read the files of applied migrations also where nothing is pending, since they are to run.</param>
internal sealed record RunMode(bool DryRun = false, bool SingleTransaction = false, bool Force = false, bool ChecksFiles = false)
{
    /// <summary>Whether the plan asks for the phases of migrations.</summary>
    public bool NeedsPhases { get; init; }

    /// <summary>Whether it only applies what is pending.</summary>
    public bool GoesUp { get; init; }

    /// <summary>Whether it has nothing to do, and nothing to say, where the database is up to date.</summary>
    public bool EndsUpToDate { get; init; }

    /// <summary>The user's word on a statement that was interrupted.</summary>
    public ResumeAnswer? Answer { get; init; }
}
