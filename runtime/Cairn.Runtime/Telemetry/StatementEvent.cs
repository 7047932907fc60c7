using System.Diagnostics;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Telemetry.Texts;

namespace Cairn.Runtime.Telemetry;

/// <summary>A statement as an event of its migration's span: never with a literal, a comment or a parameter's value.</summary>
internal static class StatementEvent
{
    /// <summary>A statement is looked at no further than this; a script of thousands of lines may be one.</summary>
    private const int MostPieces = 2000;

    private static readonly HashSet<string> ChangingRows =
        new(["INSERT", "UPDATE", "DELETE", "REPLACE", "MERGE", "COPY", "WITH"], StringComparer.OrdinalIgnoreCase);

    public static ActivityEvent Of(Client client, in StatementTime statement)
    {
        List<SqlToken> tokens = [.. new SqlTokens(client, statement.Sql).Read().Take(MostPieces)];
        var summary = StatementSummary.Of(tokens);
        var isWhole = tokens.Count < MostPieces && tokens is not [.., { Kind: TokenKind.Unsure }];
        var tags = new ActivityTagsCollection
        {
            { TagNames.QueryText, StatementText.Of(tokens.Count < MostPieces ? tokens : [.. tokens, new SqlToken(TokenKind.Unsure, "", AfterBlank: false)]) },
            { TagNames.StatementDuration, statement.Duration.TotalSeconds },
        };
        Add(tags, TagNames.QuerySummary, summary.Text is "" ? null : summary.Text);
        Add(tags, TagNames.QueryOperation, isWhole ? summary.Operation : null);
        Add(tags, TagNames.Collection, isWhole ? summary.Collection : null);
        Add(tags, TagNames.StatementRows, statement.Rows >= 0 && tokens is [var first, ..] && first.IsOneOf(ChangingRows) ? statement.Rows : null);
        Add(tags, TagNames.BatchSize, statement.Together > 1 ? statement.Together : null);
        if (statement.Error is { } error)
        {
            tags.Add(TagNames.ErrorType, ErrorTypes.OfStatement(client, error));
            Add(tags, TagNames.StatusCode, ErrorTypes.StatusCode(client, error));
        }

        return new ActivityEvent(SpanNames.Statement, DateTimeOffset.UtcNow - Stopwatch.GetElapsedTime(statement.Started), tags);
    }

    private static void Add(ActivityTagsCollection tags, string name, object? value)
    {
        if (value is not null)
        {
            tags.Add(name, value);
        }
    }
}
