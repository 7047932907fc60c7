using System.Globalization;

namespace Cairn.Tool.Settings.Connections;

/// <summary>The parts of <c>scheme://user:password@host:port/database?name=value</c>, percent-decoded.</summary>
/// <param name="Scheme">In lower case.</param>
/// <param name="User">Or null.</param>
/// <param name="Password">Or null.</param>
/// <param name="Host">Without brackets; empty where none is given.</param>
/// <param name="Port">Or null.</param>
/// <param name="Database">Empty where none is given.</param>
/// <param name="Query">The parameters, in order.</param>
internal sealed record ServerUrl(
    string Scheme, string? User, string? Password, string Host, int? Port, string Database, IReadOnlyList<UrlValue> Query)
{
    /// <summary>Without the password, for messages.</summary>
    public string Display => Text("");

    /// <summary>As the user wrote it, with stars for the password.</summary>
    public string Redacted => Text(Password is null ? "" : ":***")
        + (Query.Count == 0 ? "" : "?" + string.Join('&', Query.Select(value => $"{value.Name}={(Redaction.IsSecret(value.Name) ? "***" : value.Value)}")));

    // The class Uri would refuse much that drivers take, and lower-cases and re-encodes the rest; so this is by hand.
    public static ServerUrl Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var rest = text[(colon + 1)..];
        if (!rest.StartsWith("//", StringComparison.Ordinal))
        {
            throw new ConnectionFormatException($"after '{text[..colon]}:' must come '//'.");
        }

        rest = rest[2..];
        var end = rest.IndexOfAny(['/', '?']) is var found && found < 0 ? rest.Length : found;
        var (authority, tail) = (rest[..end], rest[end..]);
        if (!authority.Contains('@', StringComparison.Ordinal) && tail.Split('?', 2)[0].Contains('@', StringComparison.Ordinal))
        {
            throw new ConnectionFormatException("a '/' or '?' stands before the '@'.") { Fix = "Percent-encode user and password: / as %2F, ? as %3F, @ as %40, : as %3A." };
        }

        var at = authority.LastIndexOf('@');
        var account = at < 0 ? [] : authority[..at].Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var (host, port) = HostAndPort(authority[(at + 1)..]);
        var path = tail.Split('?', 2);
        return new ServerUrl(
            text[..colon].ToLowerInvariant(),
            account is [{ Length: > 0 } user, ..] ? user : null,
            account is [_, var password] ? password : null,
            Uri.UnescapeDataString(host),
            port,
            Uri.UnescapeDataString(path[0].TrimStart('/')),
            path.Length < 2 ? [] : UrlValue.ParseAll(path[1]));
    }

    private static (string Host, int? Port) HostAndPort(string text)
    {
        var bracket = text.StartsWith('[') ? text.IndexOf(']', StringComparison.Ordinal) : -1;
        if (text.StartsWith('[') && bracket < 0)
        {
            throw new ConnectionFormatException("the host's '[' is not closed by a ']'.");
        }

        var host = bracket > 0 ? text[1..bracket] : text.Split(':', 2)[0];
        var port = bracket > 0 ? text[(bracket + 1)..] : text[host.Length..];
        return port switch
        {
            "" or ":" => (host, null),
            [':', .. var digits] when int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number is > 0 and < 65536 => (host, number),
            // The text may be a piece of a password, so it is not shown.
            _ => throw new ConnectionFormatException("the port is no number from 1 to 65535.")
            {
                Fix = "Write host:port; an IPv6 address stands in brackets, as [::1]:5432; a ':', '@', '/' or '?' in a password is percent-encoded.",
            },
        };
    }

    private string Text(string secret)
    {
        var host = Host.Contains(':', StringComparison.Ordinal) ? $"[{Host}]" : Host;
        return $"{Scheme}://{(User is null ? "" : User + secret + "@")}{host}{(Port is null ? "" : ":" + Port)}{(Database.Length == 0 ? "" : "/" + Database)}";
    }
}
