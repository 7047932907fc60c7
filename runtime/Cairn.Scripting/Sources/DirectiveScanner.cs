namespace Cairn.Scripting.Sources;

/// <summary>What a script's <c>#</c> line asks for.</summary>
internal enum DirectiveKind
{
    /// <summary><c>#load "file.csx"</c>.</summary>
    Load,

    /// <summary><c>#r "reference"</c>.</summary>
    Reference,
}

/// <summary>A <c>#load</c> or <c>#r</c> line.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Value">What is between the quotes.</param>
/// <param name="Line">Its line, from 1.</param>
/// <param name="Column">Its column, from 1.</param>
internal sealed record ScriptDirective(DirectiveKind Kind, string Value, int Line, int Column);

/// <summary>Finds <c>#load</c> and <c>#r</c> lines without the compiler, so that a warm cache needs none. They stand before the first code of a file.</summary>
internal static class DirectiveScanner
{
    /// <summary>The directives in their order.</summary>
    public static IReadOnlyList<ScriptDirective> Scan(string text)
    {
        var found = new List<ScriptDirective>();
        var number = 0;
        var inComment = false;
        for (var left = text.AsSpan(); !left.IsEmpty;)
        {
            var line = NextLine(ref left);
            number++;
            var rest = SkipComments(line, ref inComment);
            if (rest.IsEmpty)
            {
                continue;
            }

            if (rest[0] != '#')
            {
                break;
            }

            if (Read(rest, number, line.Length - rest.Length + 1) is { } directive)
            {
                found.Add(directive);
            }
        }

        return found;
    }

    // By hand: of most scripts only the first lines are looked at, and what searches for several letters at once is compiled when it is first needed.
    private static ReadOnlySpan<char> NextLine(ref ReadOnlySpan<char> left)
    {
        var end = 0;
        while (end < left.Length && left[end] is not ('\n' or '\r' or '\f' or '\u0085' or '\u2028' or '\u2029'))
        {
            end++;
        }

        var line = left[..end];
        left = left[(left[end..].StartsWith("\r\n") ? end + 2 : Math.Min(end + 1, left.Length))..];
        return line;
    }

    private static ReadOnlySpan<char> SkipComments(ReadOnlySpan<char> line, ref bool inComment)
    {
        while (true)
        {
            if (inComment)
            {
                var end = line.IndexOf("*/");
                if (end < 0)
                {
                    return [];
                }

                line = line[(end + 2)..];
                inComment = false;
            }

            line = line.TrimStart();
            if (line.StartsWith("/*"))
            {
                inComment = true;
                line = line[2..];
                continue;
            }

            return line.StartsWith("//") ? [] : line;
        }
    }

    private static ScriptDirective? Read(ReadOnlySpan<char> line, int number, int column)
    {
        var rest = line[1..].TrimStart();
        DirectiveKind kind;
        if (rest.StartsWith("load"))
        {
            kind = DirectiveKind.Load;
            rest = rest[4..];
        }
        else if (rest.StartsWith("r"))
        {
            kind = DirectiveKind.Reference;
            rest = rest[1..];
        }
        else
        {
            return null;
        }

        rest = rest.TrimStart();
        if (rest.IsEmpty || rest[0] != '"' || rest[1..].IndexOf('"') is not (>= 0 and var end))
        {
            return null;
        }

        return new ScriptDirective(kind, rest.Slice(1, end).ToString(), number, column);
    }
}
