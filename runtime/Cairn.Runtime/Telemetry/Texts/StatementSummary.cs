namespace Cairn.Runtime.Telemetry.Texts;

/// <summary>What a statement does to what, by its words: <c>CREATE TABLE pages</c>, <c>INSERT pages SELECT drafts</c>.</summary>
/// <param name="Text">The operations, each with what it is about, in order.</param>
/// <param name="Operation">The operation, where the text is one statement with one operation.</param>
/// <param name="Collection">The table, where that operation is about one.</param>
internal sealed record StatementSummary(string Text, string? Operation, string? Collection)
{
    /// <summary>The most letters of a summary.</summary>
    public const int Longest = 255;

    public static StatementSummary Of(IReadOnlyList<SqlToken> tokens)
    {
        var parts = new List<SummaryPart>();
        var reader = new SummaryReader(tokens, parts);
        reader.Read();
        var text = "";
        foreach (var part in parts)
        {
            var longer = text.Length == 0 ? part.Text : $"{text} {part.Text}";
            if (longer.Length > Longest)
            {
                break;
            }

            text = longer;
        }

        var isOne = reader.Statements == 1 && parts.Count(part => part.IsOperation) == 1;
        var targets = parts.Where(part => !part.IsOperation).Distinct().ToList();
        return new StatementSummary(text, isOne ? parts[0].Text : null, isOne && targets is [{ IsTable: true } only] ? only.Text : null);
    }
}

/// <summary>A part of a summary.</summary>
/// <param name="Text">As the statement has it, simple names without quotes.</param>
/// <param name="IsOperation">Whether it is an operation, and not what that is about.</param>
/// <param name="IsTable">Whether it is a table or a view.</param>
internal readonly record struct SummaryPart(string Text, bool IsOperation, bool IsTable);
