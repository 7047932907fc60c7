using Cairn.Schema;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>Goes through the words of one statement.</summary>
/// <param name="client">Whose rules for the case of names count.</param>
/// <param name="words">The words.</param>
internal sealed class WordCursor(Client client, IReadOnlyList<SqlWord> words)
{
    private int at;

    public bool AtEnd => at >= words.Count;

    /// <summary>The words from here on.</summary>
    public IEnumerable<SqlWord> Rest => words.Skip(at);

    /// <summary>Steps over these words, where they come next, one after the other.</summary>
    public bool Take(params ReadOnlySpan<string> next)
    {
        for (var index = 0; index < next.Length; index++)
        {
            if (at + index >= words.Count || !words[at + index].Is(next[index]))
            {
                return false;
            }
        }

        at += next.Length;
        return true;
    }

    /// <summary>Steps over whichever of these comes next, as often as one does.</summary>
    public void SkipAny(params ReadOnlySpan<string> next)
    {
        for (var again = true; again;)
        {
            again = false;
            foreach (var word in next)
            {
                again |= Take(word);
            }
        }
    }

    /// <summary>Whether the words come anywhere from here on, one after the other.</summary>
    public bool Has(params ReadOnlySpan<string> sought)
    {
        var saved = at;
        try
        {
            for (; at < words.Count; at++)
            {
                var here = at;
                if (Take(sought))
                {
                    return true;
                }

                at = here;
            }

            return false;
        }
        finally
        {
            at = saved;
        }
    }

    /// <summary>Steps over one name; null where none comes next. An unquoted one is as the database keeps it.</summary>
    public string? Name()
    {
        if (AtEnd || !words[at].IsName)
        {
            return null;
        }

        var word = words[at++];
        return word.Kind == SqlWordKind.QuotedName || client != Client.Postgres ? word.Value : word.Value.ToLowerInvariant();
    }

    /// <summary>Steps over a name with or without its schema.</summary>
    public TableName? Table()
    {
        SkipAny("ONLY");
        if (Name() is not { } first)
        {
            return null;
        }

        return Take(".") && Name() is { } second ? new TableName(second, first) : new TableName(first);
    }

    /// <summary>Steps over names in parentheses.</summary>
    public IReadOnlyList<string> Names()
    {
        var names = new List<string>();
        if (!Take("("))
        {
            return names;
        }

        for (var depth = 1; !AtEnd && depth > 0;)
        {
            if (Take("("))
            {
                depth++;
            }
            else if (Take(")"))
            {
                depth--;
            }
            else if (depth == 1 && Name() is { } name)
            {
                names.Add(name);
            }
            else if (!AtEnd)
            {
                at++;
            }
        }

        return names;
    }

    /// <summary>The words up to the next comma that stands in no parentheses, which is stepped over.</summary>
    public IReadOnlyList<SqlWord> UpToComma()
    {
        var from = at;
        var depth = 0;
        for (; at < words.Count; at++)
        {
            depth += words[at].Is("(") ? 1 : words[at].Is(")") ? -1 : 0;
            if (depth == 0 && words[at].Is(","))
            {
                return [.. words.Skip(from).Take(at++ - from)];
            }
        }

        return [.. words.Skip(from)];
    }
}
