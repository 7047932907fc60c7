using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Output;

/// <summary>An error on standard error, in the one shape that all have.</summary>
internal static class ErrorText
{
    public static void Print(CairnException error, Printer printer)
    {
        foreach (var line in Lines(error, printer))
        {
            printer.Error(line);
        }
    }

    /// <summary>All that is printed, a line or a few in each; the same for errors that tell the same.</summary>
    public static IEnumerable<string> Lines(CairnException error, Printer printer)
    {
        CairnException[] all = [error, .. error.Others];
        foreach (var one in all)
        {
            yield return Headline(one, printer);
            if (one.Sql is { } sql)
            {
                yield return Indented("sql", sql);
            }

            if (printer.Verbose)
            {
                yield return Redaction.Clean((one.InnerException ?? one).ToString());
            }
        }

        // One way out for all that was found in one pass: the same sentence is not told twice.
        foreach (var state in all.Select(one => one.DatabaseState).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return Indented("database", state);
        }

        foreach (var fix in all.Select(one => one.Fix).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            yield return Indented("fix", Redaction.Clean(fix));
        }

        foreach (var code in all.Where(IsCompilers).Select(one => one.Code).Distinct(StringComparer.Ordinal))
        {
            yield return Indented("code", code);
        }
    }

    /// <summary><c>file(12,5): error CS1002: ; expected</c>, or <c>error CAIRN1004: …</c> where there is no file.</summary>
    public static string Headline(CairnException error, Printer printer)
    {
        var (code, message) = IsCompilers(error) ? Split(error.Message) : (error.Code, error.Message);
        var text = Redaction.Clean(message).ReplaceLineEndings("\n").TrimEnd().Replace("\n", "\n  ", StringComparison.Ordinal);
        return $"{Place(error)}{printer.Colored("error", "31")} {code}: {text}";
    }

    private static string Place(CairnException error) => error switch
    {
        { File: null } => "",
        { Line: null } => $"{error.File}: ",
        { Column: null } => $"{error.File}({error.Line}): ",
        _ => $"{error.File}({error.Line},{error.Column}): ",
    };

    // What the C# compiler says keeps the compiler's own number, by which everybody looks it up.
    private static bool IsCompilers(CairnException error) => error.Code == ErrorCodes.CompileError && Split(error.Message).Code.StartsWith("CS", StringComparison.Ordinal);

    private static (string Code, string Message) Split(string message)
    {
        var text = message.StartsWith("error ", StringComparison.Ordinal) ? message[6..] : message;
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        return colon is > 2 and < 9 && text.StartsWith("CS", StringComparison.Ordinal) && !text.AsSpan(2, colon - 2).ContainsAnyExceptInRange('0', '9')
            ? (text[..colon], text[(colon + 1)..].Trim())
            : ("", message);
    }

    private static string Indented(string word, string text) =>
        $"  {word}: {text.ReplaceLineEndings("\n").Trim().Replace("\n", "\n    ", StringComparison.Ordinal)}";
}
