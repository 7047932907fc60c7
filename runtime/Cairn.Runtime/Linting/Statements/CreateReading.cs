using Cairn.Schema;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>Reads CREATE: tables by their name alone, indexes with what they are over.</summary>
internal static class CreateReading
{
    public static List<SchemaOperation>? Read(WordCursor cursor)
    {
        cursor.Take("CREATE");
        var replaces = cursor.Take("OR", "REPLACE");
        cursor.SkipAny("TEMPORARY", "TEMP", "UNLOGGED", "GLOBAL", "LOCAL");
        if (cursor.Take("TABLE"))
        {
            var ifNotExists = cursor.Take("IF", "NOT", "EXISTS");
            return cursor.Table() is { } table ? [new CreateTable(new TableDefinition(table), ifNotExists)] : null;
        }

        if (cursor.Take("VIEW"))
        {
            return cursor.Table() is { } view ? [new CreateView(view, "") { OrReplace = replaces }] : null;
        }

        var unique = cursor.Take("UNIQUE");
        cursor.SkipAny("FULLTEXT", "SPATIAL");
        return cursor.Take("INDEX") ? Index(cursor, unique) : null;
    }

    private static List<SchemaOperation>? Index(WordCursor cursor, bool unique)
    {
        var concurrently = cursor.Take("CONCURRENTLY");
        cursor.Take("IF", "NOT", "EXISTS");
        var name = cursor.Take("ON") ? new TableName("") : cursor.Table();
        if (name is not null && name.Name.Length > 0 && !cursor.Take("ON"))
        {
            return null;
        }

        if (cursor.Table() is not { } table)
        {
            return null;
        }

        if (cursor.Take("USING"))
        {
            cursor.Name();
        }

        // Words in a key that is an expression are no names of columns; where there are others, nothing is asked of the rows.
        var columns = cursor.Names();
        var index = new IndexDefinition(name?.Name ?? "", [.. columns.Select(column => new IndexColumn(column))])
        {
            IsUnique = unique,
            Concurrently = concurrently,
            Where = cursor.Has("WHERE") ? "raw" : null,
        };
        return [new AlterTable(table, [new AddIndex(index)])];
    }
}
