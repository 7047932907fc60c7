using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Sqlite.Parsing;

/// <summary>Reads what follows REFERENCES.</summary>
internal static class ForeignKeyParser
{
    /// <summary>Reads the table referred to, its columns and the actions.</summary>
    public static ConstraintText Parse(TokenReader reader, IReadOnlyList<string> columns)
    {
        var table = reader.TakeName().Name;
        var key = new ForeignKeyDefinition("", columns, new TableName(table), Referenced(reader));
        while (true)
        {
            if (reader.Accept("ON", "DELETE"))
            {
                key = key with { OnDelete = Action(reader) };
            }
            else if (reader.Accept("ON", "UPDATE"))
            {
                key = key with { OnUpdate = Action(reader) };
            }
            else if (reader.Accept("ON", "INSERT"))
            {
                Action(reader);
            }
            else if (reader.Accept("MATCH"))
            {
                reader.TakeName();
            }
            else if (reader.Accept("NOT", "DEFERRABLE"))
            {
                Initially(reader);
            }
            else if (reader.Accept("DEFERRABLE"))
            {
                key = key with { Deferrable = true, InitiallyDeferred = Initially(reader) };
            }
            else
            {
                return new ConstraintText(ConstraintKind.ForeignKey, "") { Columns = columns, ForeignKey = key };
            }
        }
    }

    private static List<string> Referenced(TokenReader reader)
    {
        var columns = new List<string>();
        if (reader.Accept('('))
        {
            do
            {
                columns.Add(reader.TakeName().Name);
            }
            while (reader.Accept(','));
            reader.Expect(')');
        }

        return columns;
    }

    private static bool Initially(TokenReader reader) => reader.Accept("INITIALLY") && reader.Take().Is("DEFERRED");

    private static ForeignKeyAction Action(TokenReader reader)
    {
        var first = reader.Take();
        return first.Raw.ToUpperInvariant() switch
        {
            "CASCADE" => ForeignKeyAction.Cascade,
            "RESTRICT" => ForeignKeyAction.Restrict,
            "SET" => reader.Take().Is("NULL") ? ForeignKeyAction.SetNull : ForeignKeyAction.SetDefault,
            "NO" when reader.Accept("ACTION") => ForeignKeyAction.NoAction,
            _ => throw new FormatException($"{first.Raw} is no action of a foreign key."),
        };
    }
}
