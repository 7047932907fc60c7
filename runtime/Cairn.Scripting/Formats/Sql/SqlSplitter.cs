using System.Text.RegularExpressions;
using Cairn.Runtime.Data.Statements;

namespace Cairn.Scripting.Formats.Sql;

/// <summary>One statement of a <c>.sql</c> file.</summary>
/// <param name="Text">The statement without its delimiter.</param>
/// <param name="Line">The line it begins on, from 1.</param>
public sealed record SqlScriptStatement(string Text, int Line);

/// <summary>Splits SQL text into statements where the database's own client would.</summary>
public static partial class SqlSplitter
{
    /// <summary>The statements, in their order, without those that are only comments.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="client">Whose rules for quotes, comments and bodies count.</param>
    /// <param name="firstLine">The number of the text's first line.</param>
    /// <exception cref="CairnException">The text takes its rows from the client program (<c>COPY … FROM STDIN</c>), or a quote has no end (CAIRN2007).</exception>
    public static IReadOnlyList<SqlScriptStatement> Split(string sql, Client client, int firstLine = 1)
    {
        var statements = new List<SqlScriptStatement>();
        var scanner = new SqlScanner(sql, SqlRules.For(client));
        var line = firstLine;
        var counted = 0;
        while (scanner.ReadStatement() is { } span)
        {
            line += sql.AsSpan(counted, span.Start - counted).Count('\n');
            counted = span.Start;
            var text = sql[span.Start..span.End].TrimEnd();
            RefuseCopy(text, client, line);
            statements.Add(new SqlScriptStatement(text, line));
        }

        if (scanner.Open is { } open)
        {
            throw new CairnException(ErrorCodes.SqlSectionInvalid, $"{open.What} that begins here has no end")
            {
                Line = firstLine + sql.AsSpan(0, open.At).Count('\n'),
                Fix = "close it",
            };
        }

        return statements;
    }

    private static void RefuseCopy(string text, Client client, int line)
    {
        if (client == Client.Postgres && CopyFromStdin().IsMatch(text))
        {
            throw new CairnException(ErrorCodes.SqlSectionInvalid, "COPY … FROM STDIN takes its rows from psql and cannot be run as a statement")
            {
                Line = line,
                Fix = "write INSERT statements (pg_dump --inserts), or use db.BulkInsert in a .csx",
            };
        }
    }

    [GeneratedRegex(@"\Acopy\b.*\bfrom\s+stdin\b", RegexOptions.IgnoreCase | RegexOptions.Singleline | RegexOptions.CultureInvariant)]
    private static partial Regex CopyFromStdin();
}
