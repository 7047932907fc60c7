using System.Text.Encodings.Web;
using System.Text.Json;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Statements;

/// <summary>An operation's statements as the journal keeps them.</summary>
internal static class JournalStatements
{
    // For people who look into the journal, too: quotes and signs stay as they are.
    private static readonly JsonSerializerOptions Format = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Write(IReadOnlyList<SqlStatement> statements) =>
        JsonSerializer.Serialize(statements.Select(statement => new Kept(statement.Text, statement.FailsWithRows, statement.OutsideTransaction)), Format);

    /// <summary>The statements; the parameters of raw SQL are the script's own, which says the same again.</summary>
    public static IReadOnlyList<SqlStatement> Read(string kept, SchemaOperation operation) =>
    [
        .. JsonSerializer.Deserialize<List<Kept>>(kept)!.Select(statement => new SqlStatement(statement.Text)
        {
            FailsWithRows = statement.FailsWithRows,
            OutsideTransaction = statement.OutsideTransaction,
            Parameters = (operation as RawSql)?.Parameters,
        }),
    ];

    private sealed record Kept(string Text, string? FailsWithRows, bool OutsideTransaction);
}
