namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>Cuts a CREATE TABLE statement into the pieces of a <see cref="TableText"/>.</summary>
internal static class TableParser
{
    /// <summary>Parses the text that SQLite keeps of a table.</summary>
    /// <exception cref="FormatException">It is no ordinary table (a virtual one), or is written in a way that is not understood.</exception>
    public static TableText Parse(string sql)
    {
        var reader = new TokenReader(sql);
        reader.Expect("CREATE");
        _ = reader.Accept("TEMP") || reader.Accept("TEMPORARY");
        reader.Expect("TABLE");
        reader.Accept("IF", "NOT", "EXISTS");
        var name = reader.TakeQualifiedName();
        reader.Expect('(');
        var opening = sql[name.End..reader.LastEnd];
        var items = Items(reader);
        var parsed = new TableText(sql[..name.Start], name.Raw, opening, items, sql[(reader.LastEnd - 1)..]);
        return parsed.ToString() == sql ? parsed : throw new FormatException("The text could not be put together again as it was.");
    }

    private static List<TableItem> Items(TokenReader reader)
    {
        var items = new List<TableItem>();
        while (true)
        {
            // All words that begin a table constraint are reserved: a column of that name would have to be quoted.
            TableItem item = items.Count > 0 && (items[^1] is TableConstraintText || ConstraintParser.SeesTableConstraint(reader))
                ? Constraint(reader)
                : Column(reader);
            var after = reader.Sql[reader.LastEnd..reader.NextStart];
            if (reader.Accept(')'))
            {
                items.Add(item with { After = after });
                return items;
            }

            if (reader.Accept(','))
            {
                items.Add(item with { After = after });
            }
            else if (item is TableConstraintText && ConstraintParser.SeesTableConstraint(reader))
            {
                items.Add(item with { HasNoComma = true });
            }
            else
            {
                throw new FormatException($"A comma or bracket was expected at {reader.NextStart}.");
            }
        }
    }

    private static TableConstraintText Constraint(TokenReader reader) => new(ConstraintParser.Parse(reader, null));

    private static ColumnText Column(TokenReader reader)
    {
        var before = reader.Sql[reader.LastEnd..reader.NextStart];
        var name = reader.TakeName();
        var (gapStart, typeStart, typeEnd) = (reader.LastEnd, reader.NextStart, reader.LastEnd);
        while (!reader.AtEnd && reader.Peek().IsName && !ConstraintParser.SeesColumnConstraint(reader))
        {
            reader.Take();
            typeEnd = reader.LastEnd;
        }

        if (typeEnd > gapStart && reader.Sees('('))
        {
            reader.TakeParenthesized();
            typeEnd = reader.LastEnd;
        }

        var constraints = new List<ConstraintText>();
        while (ConstraintParser.SeesColumnConstraint(reader))
        {
            constraints.Add(ConstraintParser.Parse(reader, name.Name));
        }

        var hasType = typeEnd > gapStart;
        return new ColumnText(name.Raw, name.Name)
        {
            Before = before,
            TypeGap = hasType ? reader.Sql[gapStart..typeStart] : "",
            Type = hasType ? reader.Sql[typeStart..typeEnd] : "",
            Constraints = constraints,
        };
    }
}
