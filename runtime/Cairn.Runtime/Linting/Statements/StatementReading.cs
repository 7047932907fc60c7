using Cairn.Schema;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>
/// Reads what a script says in the database's own words as the operations that the builder has, as far as the rules need it. What is not
/// understood is an <see cref="UnreadStatement"/>; queries are nothing.
/// </summary>
internal static class StatementReading
{
    /// <summary>The changes of a text, which may hold several statements.</summary>
    public static IReadOnlyList<SchemaOperation> Read(Client client, string sql) =>
        [.. SqlWords.Of(client, sql).SelectMany(words => Read(client, words))];

    private static IReadOnlyList<SchemaOperation> Read(Client client, IReadOnlyList<SqlWord> words)
    {
        var cursor = new WordCursor(client, words);
        var found = words[0].Value.ToUpperInvariant() switch
        {
            "DROP" => Drop(cursor),
            "TRUNCATE" => Truncate(cursor),
            "DELETE" or "UPDATE" or "INSERT" or "REPLACE" => Rows(cursor),
            "ALTER" => Alter(client, cursor),
            "CREATE" => CreateReading.Read(cursor),
            "RENAME" => Rename(cursor),
            "LOCK" => Lock(cursor),
            "VACUUM" => cursor.Has("FULL") ? [new LockTable(null, "VACUUM FULL")] : [],
            "CLUSTER" => [new LockTable(null, "CLUSTER")],
            "REINDEX" => cursor.Has("CONCURRENTLY") ? [] : [new LockTable(null, "REINDEX")],
            "OPTIMIZE" => [new LockTable(null, "OPTIMIZE TABLE")],
            "REFRESH" => Refresh(cursor),
            "SELECT" or "SHOW" or "EXPLAIN" or "PRAGMA" or "SET" or "VALUES" or "ANALYZE" or "COMMENT" or "GRANT" or "REVOKE" or "USE" or "WITH" => [],
            _ => null,
        };
        return found ?? [new UnreadStatement(string.Join(' ', words.Take(3).Select(word => word.Value)))];
    }

    private static List<SchemaOperation>? Drop(WordCursor cursor)
    {
        cursor.Take("DROP");
        cursor.SkipAny("TEMPORARY");
        var cascade = cursor.Has("CASCADE");
        if (cursor.Take("SCHEMA") || cursor.Take("DATABASE"))
        {
            var exists = cursor.Take("IF", "EXISTS");
            return cursor.Name() is { } schema ? [new DropSchema(schema, exists, cascade)] : null;
        }

        if (cursor.Take("INDEX"))
        {
            var concurrently = cursor.Take("CONCURRENTLY");
            var exists = cursor.Take("IF", "EXISTS");
            var index = cursor.Table();
            var table = cursor.Take("ON") ? cursor.Table() : null;
            return index is null ? null : [new AlterTable(table ?? new TableName(""), [new DropIndex(index.Name, exists) { Concurrently = concurrently }])];
        }

        var isView = cursor.Take("VIEW") || cursor.Take("MATERIALIZED", "VIEW");
        if (!isView && !cursor.Take("TABLE"))
        {
            return null;
        }

        var ifExists = cursor.Take("IF", "EXISTS");
        var dropped = new List<SchemaOperation>();
        while (cursor.Table() is { } name)
        {
            dropped.Add(isView ? new DropView(name, ifExists) : new DropTable(name, ifExists, cascade));
            cursor.Take(",");
            if (cursor.Take("CASCADE") || cursor.Take("RESTRICT"))
            {
                break;
            }
        }

        return dropped;
    }

    private static List<SchemaOperation> Truncate(WordCursor cursor)
    {
        cursor.Take("TRUNCATE");
        cursor.Take("TABLE");
        var cascade = cursor.Has("CASCADE");
        var emptied = new List<SchemaOperation>();
        do
        {
            if (cursor.Table() is { } table)
            {
                emptied.Add(new ChangeRows(RowVerb.Truncate, table, HasCondition: false) { Cascade = cascade });
            }
        }
        while (cursor.Take(","));
        return emptied;
    }

    private static List<SchemaOperation>? Rows(WordCursor cursor)
    {
        var verb = cursor.Take("DELETE") ? RowVerb.Delete : cursor.Take("UPDATE") ? RowVerb.Update : RowVerb.Insert;
        cursor.SkipAny("INSERT", "REPLACE", "LOW_PRIORITY", "QUICK", "IGNORE", "DELAYED");
        if (cursor.Take("OR"))
        {
            cursor.Name();
        }

        cursor.SkipAny("FROM", "INTO");
        var hasCondition = cursor.Has("WHERE") || cursor.Has("JOIN") || cursor.Has("LIMIT");
        return cursor.Table() is { } table ? [new ChangeRows(verb, table, hasCondition)] : null;
    }

    private static List<SchemaOperation>? Alter(Client client, WordCursor cursor)
    {
        cursor.Take("ALTER");
        if (cursor.Take("TYPE") && cursor.Table() is { } type && cursor.Take("ADD", "VALUE"))
        {
            cursor.Take("IF", "NOT", "EXISTS");
            return cursor.Rest.FirstOrDefault() is { Kind: SqlWordKind.Text } value ? [new AddEnumValue(type, value.Value.Trim('\''))] : null;
        }

        cursor.SkipAny("ONLINE", "IGNORE");
        if (!cursor.Take("TABLE"))
        {
            return null;
        }

        cursor.Take("IF", "EXISTS");
        return cursor.Table() is { } table ? AlterTableReading.Read(client, table, cursor) : null;
    }

    private static List<SchemaOperation>? Rename(WordCursor cursor)
    {
        cursor.Take("RENAME", "TABLE");
        return cursor.Table() is { } from && cursor.Take("TO") && cursor.Table() is { } to ? [new RenameTable(from, to.Name)] : null;
    }

    private static List<SchemaOperation> Lock(WordCursor cursor)
    {
        cursor.Take("LOCK");
        cursor.SkipAny("TABLE", "TABLES");
        return cursor.Table() is { } table ? [new LockTable(table, "LOCK TABLE")] : [];
    }

    private static List<SchemaOperation>? Refresh(WordCursor cursor)
    {
        cursor.Take("REFRESH", "MATERIALIZED", "VIEW");
        var concurrently = cursor.Take("CONCURRENTLY");
        return cursor.Table() is { } view ? [new RefreshMaterializedView(view, concurrently)] : null;
    }
}
