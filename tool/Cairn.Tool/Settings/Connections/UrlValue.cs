namespace Cairn.Tool.Settings.Connections;

/// <summary>One <c>name=value</c> of a URL's query, percent-decoded.</summary>
internal sealed record UrlValue(string Name, string Value)
{
    public static List<UrlValue> ParseAll(string query)
    {
        var values = new List<UrlValue>();
        foreach (var part in query.Split('&', StringSplitOptions.RemoveEmptyEntries))
        {
            var pair = part.Split('=', 2);
            var name = Uri.UnescapeDataString(pair[0]);
            if (pair.Length < 2)
            {
                throw new ConnectionFormatException($"the parameter '{name}' has no value.");
            }

            if (values.Exists(value => value.Name == name))
            {
                throw new ConnectionFormatException($"the parameter '{name}' stands there twice.");
            }

            values.Add(new UrlValue(name, Uri.UnescapeDataString(pair[1])));
        }

        return values;
    }
}

/// <summary>A parameter that a URL may have, and the driver's keyword for it.</summary>
/// <param name="Name">As in the URL.</param>
/// <param name="Keyword">As in the connection string.</param>
internal sealed record UrlParameter(string Name, string Keyword)
{
    /// <summary>The only values allowed, and the driver's words for them; empty means any.</summary>
    public IReadOnlyDictionary<string, string> Values { get; init; } = new Dictionary<string, string>();

    /// <summary>Puts all parameters of a URL into a connection string.</summary>
    /// <exception cref="ConnectionFormatException">One is unknown, or its value is.</exception>
    public static void Apply(IReadOnlyList<UrlValue> query, UrlParameter[] known, System.Data.Common.DbConnectionStringBuilder builder)
    {
        foreach (var (name, value) in query)
        {
            var parameter = Array.Find(known, candidate => candidate.Name == name)
                ?? throw new ConnectionFormatException($"there is no parameter '{name}'.") { Fix = NearestName.Hint(name, known.Select(candidate => candidate.Name).ToList()) };
            builder[parameter.Keyword] = parameter.Values.Count == 0
                ? value
                : parameter.Values.GetValueOrDefault(value)
                    ?? throw new ConnectionFormatException($"{name} is '{value}'.") { Fix = NearestName.Hint(value, parameter.Values.Keys.ToList()) };
        }
    }
}
