namespace Cairn.Runtime.Drills.Scratch;

/// <summary>Sizes and counts in words.</summary>
internal static class Sizes
{
    /// <summary><c>12.3 MB</c>.</summary>
    public static string Bytes(long bytes) => bytes switch
    {
        < 1_000 => $"{bytes} bytes",
        < 1_000_000 => $"{bytes / 1e3:0.#} KB",
        < 1_000_000_000 => $"{bytes / 1e6:0.#} MB",
        _ => $"{bytes / 1e9:0.#} GB",
    };

    /// <summary><c>1 table</c>, <c>3 tables</c>.</summary>
    public static string Count(long count, string what) => count == 1 ? $"1 {what}" : $"{count} {what}s";
}
