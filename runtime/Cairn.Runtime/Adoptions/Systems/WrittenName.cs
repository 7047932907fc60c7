using System.Text.RegularExpressions;

namespace Cairn.Runtime.Adoptions.Systems;

/// <summary>Version and description of a migration that another tool keeps by its file's or class's name.</summary>
internal static partial class WrittenName
{
    /// <summary><c>20240101120000_create_users.js</c> → <c>20240101120000</c>, <c>create_users</c>; a name without a leading number has no version.</summary>
    public static OtherRow Read(string text, DateTimeOffset? appliedAt)
    {
        var stem = Ending().Replace(text.Trim(), "");
        var match = Numbered().Match(stem);
        if (!match.Success)
        {
            return new OtherRow(text, null, stem, appliedAt);
        }

        var name = match.Groups["name"].Value;
        return new OtherRow(text, match.Groups["version"].Value, name.Length > 0 ? name : null, appliedAt);
    }

    [GeneratedRegex(@"\.([cm]?[jt]s|sql|coffee|cs)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Ending();

    // With dots, as Strapi writes a moment; otherwise digits, and letters as Directus has them.
    [GeneratedRegex(
        @"^(Migration)?(?<version>\d{4}\.\d\d\.\d\dT\d\d\.\d\d\.\d\d|\d+[A-Z]{0,3})([-_.](?<name>.+))?$", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
