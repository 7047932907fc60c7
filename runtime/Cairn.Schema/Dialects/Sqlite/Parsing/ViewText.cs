namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>A CREATE VIEW statement.</summary>
/// <param name="Columns">Its column list with the brackets, or nothing.</param>
/// <param name="Select">The SELECT.</param>
internal sealed record ViewText(string Columns, string Select)
{
    /// <summary>Parses the text that SQLite keeps of a view.</summary>
    /// <exception cref="FormatException">It is written in a way that is not understood.</exception>
    public static ViewText Parse(string sql)
    {
        var reader = new TokenReader(sql);
        reader.Expect("CREATE");
        _ = reader.Accept("TEMP") || reader.Accept("TEMPORARY");
        reader.Expect("VIEW");
        reader.Accept("IF", "NOT", "EXISTS");
        reader.TakeQualifiedName();
        var columns = reader.Sees('(') ? $"({reader.TakeParenthesized()})" : "";
        reader.Expect("AS");
        return new ViewText(columns, sql[reader.NextStart..].TrimEnd().TrimEnd(';'));
    }
}

/// <summary>A CREATE TRIGGER statement, cut so that its table can be exchanged.</summary>
/// <param name="Sql">The statement.</param>
/// <param name="Event">INSERT, UPDATE or DELETE.</param>
/// <param name="Columns">The columns of UPDATE OF.</param>
/// <param name="TableStart">Where the name of its table begins.</param>
/// <param name="TableEnd">Where the name of its table ends.</param>
internal sealed record TriggerText(string Sql, string Event, IReadOnlyList<string> Columns, int TableStart, int TableEnd)
{
    /// <summary>Parses the text that SQLite keeps of a trigger.</summary>
    /// <exception cref="FormatException">It is written in a way that is not understood.</exception>
    public static TriggerText Parse(string sql)
    {
        var reader = new TokenReader(sql);
        reader.Expect("CREATE");
        _ = reader.Accept("TEMP") || reader.Accept("TEMPORARY");
        reader.Expect("TRIGGER");
        reader.Accept("IF", "NOT", "EXISTS");
        reader.TakeQualifiedName();
        _ = reader.Accept("BEFORE") || reader.Accept("AFTER") || reader.Accept("INSTEAD", "OF");
        var what = reader.Take().Raw.ToUpperInvariant();
        var columns = new List<string>();
        if (reader.Accept("OF"))
        {
            do
            {
                columns.Add(reader.TakeName().Name);
            }
            while (reader.Accept(','));
        }

        reader.Expect("ON");
        var table = reader.TakeQualifiedName();
        return new TriggerText(sql, what, columns, table.Start, table.End);
    }

    /// <summary>The statement on another table.</summary>
    public string On(string quotedTable) => Sql[..TableStart] + quotedTable + Sql[TableEnd..];
}
