using System.Text.RegularExpressions;

namespace Cairn.Runtime.Telemetry;

/// <summary>Values of enumerations as attributes have them: <c>rolled_back</c>.</summary>
internal static partial class Words
{
    public static string Of<T>(T value)
        where T : struct, Enum => Inside().Replace(value.ToString(), "_").ToLowerInvariant();

    [GeneratedRegex("(?<=[a-z])(?=[A-Z])", RegexOptions.None, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Inside();
}
