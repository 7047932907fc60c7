namespace Cairn.Runtime.Checks;

/// <summary>How a check ended.</summary>
public enum CheckState
{
    /// <summary>Nothing stands in the way.</summary>
    Ok,

    /// <summary>A run works, or may; something should be known.</summary>
    Warn,

    /// <summary>A run would fail.</summary>
    Fail,
}

/// <summary>What was looked at, and what was found.</summary>
/// <param name="Name">What was looked at: <c>connection</c>, <c>rights</c> …</param>
/// <param name="State">How it stands.</param>
/// <param name="Message">What was found.</param>
/// <param name="Fix">How to mend it, where something is to be mended.</param>
public sealed record CheckResult(string Name, CheckState State, string Message, string? Fix = null)
{
    /// <summary>Nothing stands in the way.</summary>
    public static CheckResult Ok(string name, string message) => new(name, CheckState.Ok, message);

    /// <summary>Something should be known.</summary>
    public static CheckResult Warn(string name, string message, string fix) => new(name, CheckState.Warn, message, fix);

    /// <summary>A run would fail.</summary>
    public static CheckResult Fail(string name, string message, string fix) => new(name, CheckState.Fail, message, fix);

    /// <summary>A run would fail with this.</summary>
    public static CheckResult Fail(string name, CairnException error) => new(name, CheckState.Fail, $"{error.Code}: {error.Message}", error.Fix);
}
