using Microsoft.CodeAnalysis.CSharp;

namespace Cairn.Scripting.Templates.Operations;

/// <summary>Texts as C# has them.</summary>
internal static class CSharpText
{
    /// <summary>A literal: raw, where the text has several lines.</summary>
    public static string Of(string text)
    {
        if (!text.Contains('\n', StringComparison.Ordinal) || text.Contains('\r', StringComparison.Ordinal))
        {
            return SymbolDisplay.FormatLiteral(text, quote: true);
        }

        var quotes = "\"\"\"";
        while (text.Contains(quotes, StringComparison.Ordinal))
        {
            quotes += "\"";
        }

        return $"{quotes}\n{text}\n{quotes}";
    }

    public static string List(IEnumerable<string> texts) => string.Join(", ", texts.Select(Of));
}
