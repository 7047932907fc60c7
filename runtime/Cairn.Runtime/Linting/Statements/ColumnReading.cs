using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>Reads a column's type and what is said of it, from raw SQL.</summary>
internal static class ColumnReading
{
    private static readonly string[] Ends =
        ["NOT", "NULL", "DEFAULT", "PRIMARY", "UNIQUE", "REFERENCES", "CHECK", "COLLATE", "GENERATED", "CONSTRAINT", "USING", "COMMENT", "AUTO_INCREMENT", "AFTER", "FIRST", "AS", "CHARACTER"];

    public static ColumnDefinition Read(string name, WordCursor clause)
    {
        var words = clause.Rest.ToList();
        var end = words.FindIndex(1 <= words.Count ? 1 : 0, word => Ends.Any(word.Is));
        var type = string.Join(' ', words.Take(end < 0 ? words.Count : end).Select(word => word.Value))
            .Replace(" (", "(", StringComparison.Ordinal).Replace("( ", "(", StringComparison.Ordinal).Replace(" )", ")", StringComparison.Ordinal);
        var serial = type.Contains("serial", StringComparison.OrdinalIgnoreCase);
        var generated = clause.Has("GENERATED") || clause.Has("AS", "(");
        return new ColumnDefinition(name, new ColumnType(ColumnKind.Specific) { Native = type })
        {
            Nullable = !clause.Has("NOT", "NULL") && !clause.Has("PRIMARY", "KEY"),
            Default = Default(words),
            Identity = serial || clause.Has("IDENTITY") || clause.Has("AUTO_INCREMENT") ? IdentityKind.ByDefault : IdentityKind.None,
            Generated = generated && !clause.Has("IDENTITY") ? new GeneratedExpression("raw", clause.Has("STORED")) : null,
        };
    }

    private static ColumnDefault? Default(List<SqlWord> words)
    {
        var at = words.FindIndex(word => word.Is("DEFAULT"));
        if (at < 0 || at + 1 >= words.Count || (at > 0 && words[at - 1].Is("BY")))
        {
            return null;
        }

        var text = string.Concat(words.Skip(at + 1).TakeWhile(word => !Ends.Any(word.Is)).Select(word => word.Value));
        return text.Length == 0 ? new ColumnDefault.Value(null)
            : text.Contains('(', StringComparison.Ordinal) ? new ColumnDefault.Raw(text)
            : new ColumnDefault.Value(text);
    }
}
