namespace Cairn.Runtime.Execution;

/// <summary>The user's word on a statement that was interrupted and that the catalogue does not show.</summary>
public enum ResumeAnswer
{
    /// <summary>It was done; go on after it.</summary>
    Done,

    /// <summary>It was not done; run it again.</summary>
    Again,
}
