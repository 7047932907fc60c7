using System.Text.RegularExpressions;
using Cairn.Tool.CommandLines;

namespace Cairn.Tool.Commands.Drivers;

/// <summary>A package to fetch.</summary>
/// <param name="Id">Its name.</param>
/// <param name="Version">The exact version; null for the newest released one.</param>
internal sealed partial record PackageRequest(string Id, string? Version)
{
    /// <summary>From <c>MySqlConnector</c> or <c>MySqlConnector@2.4.0</c>.</summary>
    /// <exception cref="CairnException">It is neither (CAIRN7009).</exception>
    public static PackageRequest Parse(string? text)
    {
        var parts = (text ?? "").Split('@', 2);
        if (!IdPattern().IsMatch(parts[0]) || (parts.Length > 1 && !VersionPattern().IsMatch(parts[1])))
        {
            throw OptionReading.Wrong(
                string.IsNullOrEmpty(text) ? "which package?" : $"'{text}' is no package.", "Write its name, with a version where you want a certain one: driver:add MySqlConnector@2.4.0.");
        }

        return new PackageRequest(parts[0], parts.Length > 1 ? parts[1] : null);
    }

    public override string ToString() => Version is null ? Id : $"{Id} {Version}";

    [GeneratedRegex(@"^[A-Za-z0-9_][A-Za-z0-9_.-]*\z", RegexOptions.None, 1000)]
    private static partial Regex IdPattern();

    [GeneratedRegex(@"^[0-9]+(\.[0-9]+){0,3}(-[0-9A-Za-z.-]+)?\z", RegexOptions.None, 1000)]
    private static partial Regex VersionPattern();
}
