using System.Text.RegularExpressions;

namespace Cairn.Tool.Settings.Connections;

/// <summary>Takes passwords out of texts that others wrote: drivers' messages, stack traces.</summary>
internal static partial class Redaction
{
    private static readonly string[] Secrets = ["password", "pwd", "passwd", "sslpassword"];

    /// <summary>Whether a parameter's or keyword's value must not be shown.</summary>
    public static bool IsSecret(string name) =>
        Secrets.Contains(name.Replace(" ", "", StringComparison.Ordinal), StringComparer.OrdinalIgnoreCase);

    /// <summary>The text with stars for what stands where a password stands.</summary>
    public static string Clean(string text) => Keyword().Replace(Account().Replace(text, "$1***@"), "$1***");

    [GeneratedRegex(@"(\b[a-z][a-z0-9+.-]*://[^\s:/@]*:)[^\s]*@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Account();

    [GeneratedRegex(@"(\b(?:password|pwd|passwd|sslpassword)\s*=\s*)(?:""[^""]*""|'[^']*'|[^;&\s]*)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Keyword();
}
