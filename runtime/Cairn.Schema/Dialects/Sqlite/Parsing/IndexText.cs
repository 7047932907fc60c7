using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>A CREATE INDEX statement, cut so that its name and column names can be exchanged.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="NameStart">Where its name begins.</param>
/// <param name="NameEnd">Where its name ends.</param>
/// <param name="ListStart">Where the list of its keys begins, behind the bracket.</param>
internal sealed record IndexText(string Sql, int NameStart, int NameEnd, int ListStart)
{
    /// <summary>Whether it is unique.</summary>
    public bool IsUnique { get; private init; }

    /// <summary>Its keys: what they are, and how they are written.</summary>
    public IReadOnlyList<(string Text, IndexColumn Column)> Keys { get; private init; } = [];

    /// <summary>What its keys are.</summary>
    public IReadOnlyList<IndexColumn> Columns => [.. Keys.Select(key => key.Column)];

    /// <summary>The condition of a partial index, or null.</summary>
    public string? Where { get; private init; }

    /// <summary>All columns that it needs, in keys, expressions and condition.</summary>
    public IReadOnlySet<string> Mentioned => ColumnReferences.In(Sql[ListStart..]);

    /// <summary>Parses the text that SQLite keeps of an index.</summary>
    /// <exception cref="FormatException">It is written in a way that is not understood.</exception>
    public static IndexText Parse(string sql)
    {
        var reader = new TokenReader(sql);
        reader.Expect("CREATE");
        var isUnique = reader.Accept("UNIQUE");
        reader.Expect("INDEX");
        reader.Accept("IF", "NOT", "EXISTS");
        var name = reader.TakeQualifiedName();
        reader.Expect("ON");
        reader.TakeName();
        var list = reader.NextStart + 1;
        var keys = reader.TakeParenthesized();
        var where = reader.Accept("WHERE") ? sql[reader.NextStart..].Trim() : null;
        return new IndexText(sql, name.Start, name.End, list) { IsUnique = isUnique, Keys = Parts(keys), Where = where };
    }

    /// <summary>The statement under another name and on another table.</summary>
    public string For(string quotedName, string quotedTable) =>
        $"CREATE {(IsUnique ? "UNIQUE " : "")}INDEX {quotedName} ON {quotedTable} ({Sql[ListStart..]}";

    /// <summary>The statement with another name.</summary>
    public string Named(string quotedName) => Sql[..NameStart] + quotedName + Sql[NameEnd..];

    /// <summary>The statement with other column names.</summary>
    public string WithColumns(IReadOnlyDictionary<string, string> names) => Sql[..ListStart] + ColumnReferences.Rename(Sql[ListStart..], names);

    private static List<(string Text, IndexColumn Column)> Parts(string list)
    {
        var keys = new List<(string Text, IndexColumn Column)>();
        var reader = new TokenReader(list);
        while (!reader.AtEnd)
        {
            var start = reader.Position;
            var text = reader.NextStart;
            while (!reader.AtEnd && !reader.Sees(','))
            {
                _ = reader.Sees('(') ? reader.TakeParenthesized() : reader.Take().Raw;
            }

            keys.Add((list[text..reader.LastEnd], Key(list[text..reader.LastEnd], reader.Position - start)));
            reader.Accept(',');
        }

        return keys;
    }

    private static IndexColumn Key(string text, int count)
    {
        var tokens = SqlTokenizer.Tokenize(text);
        var isSorted = count > 1 && (tokens[^1].Is("ASC") || tokens[^1].Is("DESC"));
        var isDescending = isSorted && tokens[^1].Is("DESC");
        var expression = isSorted ? text[..tokens[^1].Start].TrimEnd() : text;
        var bare = tokens.Take(tokens.Count - (isSorted ? 1 : 0)).ToList();

        // A collation does not make a column an expression: SQLite keeps it beside the key.
        var isColumn = bare[0].IsName && (bare.Count == 1 || (bare.Count == 3 && bare[1].Is("COLLATE")));
        return new IndexColumn(isColumn ? bare[0].Name : expression, !isColumn, isDescending);
    }
}
