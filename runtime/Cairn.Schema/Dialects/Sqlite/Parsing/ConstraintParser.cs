namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>Reads the constraints of columns and tables.</summary>
internal static class ConstraintParser
{
    /// <summary>Whether a column constraint comes next.</summary>
    public static bool SeesColumnConstraint(TokenReader reader) =>
        reader.Sees("CONSTRAINT") || reader.Sees("PRIMARY") || reader.Sees("NOT") || reader.Sees("NULL") || reader.Sees("UNIQUE")
        || reader.Sees("CHECK") || reader.Sees("DEFAULT") || reader.Sees("COLLATE") || reader.Sees("REFERENCES")
        || reader.Sees("GENERATED", "ALWAYS") || reader.Sees("AS");

    /// <summary>Whether a table constraint comes next.</summary>
    public static bool SeesTableConstraint(TokenReader reader) =>
        reader.Sees("CONSTRAINT") || reader.Sees("PRIMARY", "KEY") || reader.Sees("UNIQUE") || reader.Sees("CHECK") || reader.Sees("FOREIGN", "KEY");

    /// <summary>Reads one constraint.</summary>
    /// <param name="reader">The tokens.</param>
    /// <param name="column">The column whose constraint it is; null for a table's.</param>
    public static ConstraintText Parse(TokenReader reader, string? column)
    {
        var (gapStart, start) = (reader.LastEnd, reader.NextStart);
        var name = reader.Accept("CONSTRAINT") ? reader.TakeName().Name : null;
        var parsed = column is null ? OfTable(reader) : OfColumn(reader, column);
        var text = parsed with { Name = name, Before = reader.Sql[gapStart..start], Text = reader.Sql[start..reader.LastEnd] };
        return text.ForeignKey is null ? text : text with { ForeignKey = text.ForeignKey with { Name = name ?? "" } };
    }

    private static ConstraintText OfTable(TokenReader reader)
    {
        ConstraintText parsed;
        if (reader.Accept("PRIMARY", "KEY") || reader.Sees("UNIQUE"))
        {
            var kind = reader.Accept("UNIQUE") ? ConstraintKind.Unique : ConstraintKind.PrimaryKey;
            var columns = KeyColumns(reader.TakeParenthesized(), out var isAutoincrement);
            parsed = new ConstraintText(kind, "") { Columns = columns, Flag = isAutoincrement };
        }
        else if (reader.Accept("CHECK"))
        {
            parsed = new ConstraintText(ConstraintKind.Check, "") { Expression = reader.TakeParenthesized().Trim() };
        }
        else if (reader.Accept("FOREIGN", "KEY"))
        {
            var columns = KeyColumns(reader.TakeParenthesized(), out _);
            reader.Expect("REFERENCES");
            return ForeignKeyParser.Parse(reader, columns);
        }
        else
        {
            return new ConstraintText(ConstraintKind.Nothing, "");
        }

        SkipConflict(reader);
        return parsed;
    }

    private static ConstraintText OfColumn(TokenReader reader, string column)
    {
        if (reader.Accept("PRIMARY", "KEY"))
        {
            _ = reader.Accept("ASC") || reader.Accept("DESC");
            SkipConflict(reader);
            return new ConstraintText(ConstraintKind.PrimaryKey, "") { Columns = [column], Flag = reader.Accept("AUTOINCREMENT") };
        }

        if (reader.Accept("REFERENCES"))
        {
            return ForeignKeyParser.Parse(reader, [column]);
        }

        var parsed = Simple(reader, column);
        SkipConflict(reader);
        return parsed;
    }

    private static ConstraintText Simple(TokenReader reader, string column) => reader switch
    {
        _ when reader.Accept("NOT", "NULL") => new ConstraintText(ConstraintKind.NotNull, ""),
        _ when reader.Accept("NULL") => new ConstraintText(ConstraintKind.Null, ""),
        _ when reader.Accept("UNIQUE") => new ConstraintText(ConstraintKind.Unique, "") { Columns = [column] },
        _ when reader.Accept("CHECK") => new ConstraintText(ConstraintKind.Check, "") { Expression = reader.TakeParenthesized().Trim() },
        _ when reader.Accept("DEFAULT") => new ConstraintText(ConstraintKind.Default, "") { Expression = DefaultValue(reader) },
        _ when reader.Accept("COLLATE") => new ConstraintText(ConstraintKind.Collate, "") { Expression = reader.TakeName().Name },
        _ when reader.Accept("GENERATED", "ALWAYS", "AS") || reader.Accept("AS") => Generated(reader),
        _ => new ConstraintText(ConstraintKind.Nothing, ""),
    };

    private static ConstraintText Generated(TokenReader reader)
    {
        var expression = reader.TakeParenthesized().Trim();
        var isStored = reader.Accept("STORED");
        _ = !isStored && reader.Accept("VIRTUAL");
        return new ConstraintText(ConstraintKind.Generated, "") { Expression = expression, Flag = isStored };
    }

    private static string DefaultValue(TokenReader reader)
    {
        var start = reader.NextStart;
        if (reader.Sees('('))
        {
            reader.TakeParenthesized();
        }
        else
        {
            _ = reader.Accept('+') || reader.Accept('-');
            reader.Take();
        }

        return reader.Sql[start..reader.LastEnd];
    }

    private static void SkipConflict(TokenReader reader)
    {
        if (reader.Accept("ON", "CONFLICT"))
        {
            reader.Take();
        }
    }

    private static List<string> KeyColumns(string list, out bool isAutoincrement)
    {
        var names = new List<string>();
        var reader = new TokenReader(list);
        isAutoincrement = false;
        while (!reader.AtEnd)
        {
            names.Add(reader.TakeName().Name);
            while (!reader.AtEnd && !reader.Accept(','))
            {
                isAutoincrement |= reader.Take().Is("AUTOINCREMENT");
            }
        }

        return names;
    }
}
