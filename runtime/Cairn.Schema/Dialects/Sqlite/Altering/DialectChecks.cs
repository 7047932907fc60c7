using Cairn.Schema.Dialects.Sqlite.Parsing;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>Recognises the checks that stand for a type (enum, unsigned, JSON): they go when the type does.</summary>
internal static class DialectChecks
{
    /// <summary>Whether the constraint of the column is one.</summary>
    public static bool IsOne(ConstraintText constraint, string column)
    {
        if (constraint.Kind != ConstraintKind.Check || !SqliteNames.CanBeCheck(constraint.Name))
        {
            return false;
        }

        var tokens = SqlTokenizer.Tokenize(constraint.Expression);
        bool IsColumn(int i) => tokens[i].IsName && SqliteNames.Same(tokens[i].Name, column);
        return tokens.Count switch
        {
            3 => IsColumn(0) && tokens[1].Raw == ">=" && tokens[2].Raw == "0",
            8 when tokens[4].Is("json_valid") => IsColumn(0) && tokens[1].Is("IS") && tokens[2].Is("NULL") && tokens[3].Is("OR") && IsColumn(6),
            >= 5 => IsColumn(0) && tokens[1].Is("IN") && tokens[2].Is('(') && tokens[^1].Is(')')
                && tokens.Skip(3).SkipLast(1).All(t => t.Kind == TokenKind.Text || t.Is(',')),
            _ => false,
        };
    }
}
