using System.Text;
using Cairn.Runtime.Telemetry.Texts;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>Statements of random pieces, as a server in one of its modes reads them: whatever is in a text or a comment there is not shown here, where the mode is not known.</summary>
public sealed class RandomStatementTests
{
    private const string Secret = "SECRET";

    private static readonly string[] Inside = [Secret, "'", "\"", "\\", "`", "$$", "$a$", "/*", "*/", "--", "#", "\n", ";", " ", "E'", "x", "[", "]", "%", "1", "/*!", "\\'", "''", "\"\""];

    public static TheoryData<Client, bool> Modes =>
    [
        (Client.Postgres, false), (Client.Postgres, true), (Client.MySql, false), (Client.MySql, true), (Client.MariaDb, false), (Client.MariaDb, true), (Client.Sqlite, false),
    ];

    /// <param name="client">The database system.</param>
    /// <param name="backslashes">Whether a backslash escapes in plain quotes.</param>
    [Theory, MemberData(nameof(Modes))]
    public void Nothing_in_a_text_or_a_comment_is_shown(Client client, bool backslashes)
    {
        var shownWhole = 0;
        for (var seed = 0; seed < 3000; seed++)
        {
            var random = new Random(seed);
            var sql = new StringBuilder("insert into pages values (");
            for (var count = random.Next(1, 9); count > 0; count--)
            {
                sql.Append(Piece(random, client, backslashes)).Append(random.Next(3) switch { 0 => ", ", 1 => " ", _ => "\n" });
            }

            List<SqlToken> tokens = [.. new SqlTokens(client, sql.Append(')').ToString()).Read()];
            var (text, summary) = (StatementText.Of(tokens), StatementSummary.Of(tokens));
            Assert.False(text.Contains(Secret, StringComparison.Ordinal), $"{seed}: {sql}\nis shown as {text}");
            Assert.Equal("insert pages", summary.Text);
            shownWhole += text.EndsWith('…') ? 0 : 1;
        }

        Assert.True(shownWhole > 300, $"Only {shownWhole} are shown to their end; the test looks at little.");
    }

    private static string Piece(Random random, Client client, bool backslashes)
    {
        var content = string.Concat(Enumerable.Range(0, random.Next(1, 6)).Select(_ => Inside[random.Next(Inside.Length)]));
        return (random.Next(9), client) switch
        {
            (0 or 1 or 2, _) => Quoted(content, '\'', backslashes, random),
            (3, Client.Postgres) => "E" + Quoted(content, '\'', backslashes: true, random),
            (3, Client.MySql or Client.MariaDb) => Quoted(content, '"', backslashes, random),
            (4, Client.Postgres) => $"$q${content}$q$",
            (4, Client.MySql or Client.MariaDb) => $"# {content.ReplaceLineEndings(" ")}\n",
            (5, _) => $"-- {content.ReplaceLineEndings(" ")}\n",
            (6, _) => $"/* {content.Replace("*/", "", StringComparison.Ordinal).Replace("/*", "", StringComparison.Ordinal)} */",
            (7, _) => "plain_name",
            _ => "42",
        };
    }

    private static string Quoted(string content, char quote, bool backslashes, Random random)
    {
        var doubled = new string(quote, 2);
        var escaped = backslashes ? content.Replace("\\", "\\\\", StringComparison.Ordinal) : content;
        return $"{quote}{escaped.Replace(quote.ToString(), backslashes && random.Next(2) == 0 ? $"\\{quote}" : doubled, StringComparison.Ordinal)}{quote}";
    }
}
