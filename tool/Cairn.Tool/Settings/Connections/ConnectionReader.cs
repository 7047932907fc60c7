namespace Cairn.Tool.Settings.Connections;

/// <summary>Reads a connection setting: a URL, or an ADO.NET connection string with a client.</summary>
internal static class ConnectionReader
{
    private const string Examples =
        "Give a URL, as sqlite:app.db, postgres://user:password@host:5432/db, mysql://user:password@host/db or mariadb://…; "
        + "or an ADO.NET connection string together with --client sqlite|postgres|mysql|mariadb.";

    /// <exception cref="CairnException">It is none of the forms (CAIRN7003); no message has a password.</exception>
    public static ParsedConnection Read(ResolvedSetting connection, ResolvedSetting client)
    {
        try
        {
            return Read(connection.Value?.Trim() ?? "", ClientNames.Find(client.Value), Binding(connection, client), connection.Origin.Folder);
        }
        catch (ConnectionFormatException error)
        {
            throw connection.Wrong(error.Message, error.Fix ?? Examples, ErrorCodes.ConnectionInvalid);
        }
    }

    // A client named in a file does not bind a URL that a stronger place gives.
    private static bool Binding(ResolvedSetting connection, ResolvedSetting client) => client.Origin.Level <= connection.Origin.Level;

    private static ParsedConnection Read(string text, Client? client, bool binding, string folder)
    {
        var scheme = Scheme(text);
        if (scheme is null)
        {
            return text switch
            {
                "" => throw new ConnectionFormatException("the connection is empty."),
                _ when !text.Contains('=', StringComparison.Ordinal) => throw new ConnectionFormatException("this is neither a URL nor a connection string.")
                {
                    Fix = $"For a SQLite file put sqlite: before its path. {Examples}",
                },
                _ when client is null => throw new ConnectionFormatException("a connection string does not say which database it is for."),
                _ => AdoNetConnection.Read(text, client.Value, folder),
            };
        }

        var named = ClientNames.OfScheme(scheme)
            ?? throw new ConnectionFormatException($"there is no client for '{scheme}:'.");
        if (client is { } wanted && binding && wanted != named && !(ClientNames.IsMySqlFamily(wanted) && ClientNames.IsMySqlFamily(named)))
        {
            throw new ConnectionFormatException($"the URL is for {ClientNames.Of(named)}, but the client is {ClientNames.Of(wanted)}.") { Fix = "Leave --client out: the URL says which it is." };
        }

        return named switch
        {
            Client.Sqlite => SqliteUrl.Read(text, folder),
            Client.Postgres => PostgresUrl.Read(ServerUrl.Parse(text)),
            _ => MySqlUrl.Read(ServerUrl.Parse(text), binding && client is not null ? client.Value : named),
        };
    }

    // An equals sign before the colon makes it a connection string: Data Source=C:\app.db.
    private static string? Scheme(string text)
    {
        var end = text.IndexOf(':', StringComparison.Ordinal);
        return end > 0 && char.IsAsciiLetter(text[0]) && IsScheme(text.AsSpan(0, end)) ? text[..end].ToLowerInvariant() : null;
    }

    private static bool IsScheme(ReadOnlySpan<char> text)
    {
        foreach (var letter in text)
        {
            if (!char.IsAsciiLetterOrDigit(letter) && letter is not ('+' or '-' or '.'))
            {
                return false;
            }
        }

        return true;
    }
}

/// <summary>A connection that cannot be read; becomes CAIRN7003 with the place it came from.</summary>
internal sealed class ConnectionFormatException(string message) : Exception(message)
{
    public string? Fix { get; init; }
}
