using Cairn.Schema;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Statements;

/// <summary>Reads what follows <c>ALTER TABLE name</c>.</summary>
internal static class AlterTableReading
{
    public static List<SchemaOperation> Read(Client client, TableName table, WordCursor cursor)
    {
        var operations = new List<SchemaOperation>();
        while (!cursor.AtEnd)
        {
            var clause = new WordCursor(client, cursor.UpToComma());
            operations.Add(Clause(table, clause) ?? new UnreadStatement($"ALTER TABLE {table}"));
        }

        return operations;
    }

    private static SchemaOperation? Clause(TableName table, WordCursor clause)
    {
        if (clause.Take("RENAME", "TO") || clause.Take("RENAME", "AS"))
        {
            return clause.Table() is { } to ? new RenameTable(table, to.Name) : null;
        }

        var changes = Changes(table, clause);
        return changes is null ? null : new AlterTable(table, changes);
    }

    private static List<TableChange>? Changes(TableName table, WordCursor clause)
    {
        if (clause.Take("RENAME", "CONSTRAINT") || clause.Take("VALIDATE", "CONSTRAINT"))
        {
            return [];
        }

        if (clause.Take("RENAME", "COLUMN") || clause.Take("RENAME"))
        {
            return clause.Name() is { } from && clause.Take("TO") && clause.Name() is { } to ? [new RenameColumn(from, to)] : null;
        }

        return clause.Take("DROP") ? Drop(clause)
            : clause.Take("ADD") ? Add(table, clause)
            : clause.Take("ALTER") ? Alter(clause)
            : clause.Take("MODIFY") ? Modify(clause)
            : clause.Take("CHANGE") ? Change(clause)
            : null;
    }

    private static List<TableChange>? Drop(WordCursor clause)
    {
        if (clause.Take("PRIMARY", "KEY"))
        {
            return [new DropPrimaryKey("")];
        }

        if (clause.Take("CONSTRAINT") || clause.Take("CHECK") || clause.Take("FOREIGN", "KEY") || clause.Take("INDEX") || clause.Take("KEY"))
        {
            return [];
        }

        clause.Take("COLUMN");
        var exists = clause.Take("IF", "EXISTS");
        return clause.Name() is { } column ? [new DropColumn(column, exists)] : null;
    }

    private static List<TableChange>? Add(TableName table, WordCursor clause)
    {
        // What is not valid yet scans no row and refuses none; USING INDEX takes an index that is there.
        var isLater = clause.Has("NOT", "VALID") || clause.Has("USING", "INDEX");
        var name = clause.Take("CONSTRAINT") ? clause.Name() ?? "" : "";
        if (clause.Take("PRIMARY", "KEY"))
        {
            return isLater ? [] : [new AddPrimaryKey(new PrimaryKeyDefinition(name, clause.Names()))];
        }

        if (clause.Take("UNIQUE"))
        {
            clause.SkipAny("INDEX", "KEY");
            return isLater ? [] : [new AddUnique(new UniqueDefinition(name, clause.Names()))];
        }

        if (clause.Take("CHECK"))
        {
            return isLater ? [] : [new AddCheck(new CheckDefinition(name, new CheckRule.Sql("raw")))];
        }

        if (clause.Take("FOREIGN", "KEY"))
        {
            var columns = clause.Names();
            return isLater ? [] : clause.Take("REFERENCES") && clause.Table() is { } target
                ? [new AddForeignKey(new ForeignKeyDefinition(name, columns, target, clause.Names()))]
                : null;
        }

        if (clause.Take("INDEX") || clause.Take("KEY"))
        {
            return [new AddIndex(new IndexDefinition(clause.Name() ?? "", [.. clause.Names().Select(column => new IndexColumn(column))]))];
        }

        clause.Take("COLUMN");
        clause.Take("IF", "NOT", "EXISTS");
        return clause.Name() is { } added ? [new AddColumn(ColumnReading.Read(added, clause))] : null;
    }

    private static List<TableChange>? Alter(WordCursor clause)
    {
        clause.Take("COLUMN");
        if (clause.Name() is not { } column)
        {
            return null;
        }

        if (clause.Take("SET", "NOT", "NULL"))
        {
            return [new SetNullability(column, false)];
        }

        if (clause.Take("DROP", "NOT", "NULL"))
        {
            return [new SetNullability(column, true)];
        }

        if (clause.Take("DROP", "DEFAULT"))
        {
            return [new DropDefault(column)];
        }

        if (clause.Take("SET", "DEFAULT"))
        {
            return [new SetDefault(column, new ColumnDefault.Raw("raw"))];
        }

        return clause.Take("TYPE") || clause.Take("SET", "DATA", "TYPE")
            ? [new AlterColumn(ColumnReading.Read(column, clause) with { Nullable = null }) { Using = clause.Has("USING") ? "raw" : null }]
            : null;
    }

    private static List<TableChange>? Modify(WordCursor clause)
    {
        clause.Take("COLUMN");
        return clause.Name() is { } column ? [new AlterColumn(ColumnReading.Read(column, clause))] : null;
    }

    private static List<TableChange>? Change(WordCursor clause)
    {
        clause.Take("COLUMN");
        return clause.Name() is { } from && clause.Name() is { } to
            ? [.. from == to ? (IEnumerable<TableChange>)[] : [new RenameColumn(from, to)], new AlterColumn(ColumnReading.Read(from, clause))]
            : null;
    }
}
