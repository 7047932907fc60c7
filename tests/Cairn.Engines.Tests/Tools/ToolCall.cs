namespace Cairn.Engines.Tests.Tools;

/// <summary>How the tool is called.</summary>
/// <param name="Folder">The working folder.</param>
/// <param name="Arguments">The arguments, as they arrive.</param>
public sealed record ToolCall(string Folder, IReadOnlyList<string> Arguments)
{
    /// <summary>Set on top of an environment without Cairn's variables.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    /// <summary>Another program than the one under test; null for that.</summary>
    public string? Program { get; init; }

    /// <summary>As an ordinary account, for what root is never refused: unreadable folders, read-only files.</summary>
    public bool WithoutRootRights { get; init; }
}
