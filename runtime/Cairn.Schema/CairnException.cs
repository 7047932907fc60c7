namespace Cairn;

/// <summary>An error that a user can act on: a code, what went wrong, where, and how to mend it.</summary>
/// <param name="code">One of <see cref="ErrorCodes"/>.</param>
/// <param name="message">What went wrong, in one or a few lines; never holds a secret.</param>
/// <param name="inner">The cause, where there is one.</param>
public sealed class CairnException(string code, string message, Exception? inner = null) : Exception(message, inner)
{
    /// <summary>The code, as <c>CAIRN1001</c>.</summary>
    public string Code { get; } = code;

    /// <summary>What the user can do about it.</summary>
    public string? Fix { get; init; }

    /// <summary>The file that the error is in, as the user would write it.</summary>
    public string? File { get; init; }

    /// <summary>The line in <see cref="File"/>, from 1.</summary>
    public int? Line { get; init; }

    /// <summary>The column in <see cref="Line"/>, from 1.</summary>
    public int? Column { get; init; }

    /// <summary>What state the database was left in, where it was touched.</summary>
    public string? DatabaseState { get; init; }

    /// <summary>The statement that failed, where one did.</summary>
    public string? Sql { get; init; }

    /// <summary>Further errors of the same kind found in the same pass (one broken file hides no other).</summary>
    public IReadOnlyList<CairnException> Others { get; init; } = [];
}
