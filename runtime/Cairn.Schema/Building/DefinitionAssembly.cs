using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Gathers what a creation's callback said into one definition, and refuses what cannot be right on any database.</summary>
internal static class DefinitionAssembly
{
    public static TableDefinition Assemble(TableName name, IReadOnlyList<TableChange> parts)
    {
        var table = new TableDefinition(name)
        {
            Columns = [.. parts.OfType<AddColumn>().Select(part => part.Column)],
            PrimaryKey = Single(name, [.. parts.OfType<AddPrimaryKey>().Select(part => part.Key)]),
            Uniques = [.. parts.OfType<AddUnique>().Select(part => part.Unique)],
            Checks = [.. parts.OfType<AddCheck>().Select(part => part.Check)],
            ForeignKeys = [.. parts.OfType<AddForeignKey>().Select(part => part.ForeignKey)],
            Indexes = [.. parts.OfType<AddIndex>().Select(part => part.Index)],
            Options = parts.OfType<SetTableOptions>().LastOrDefault()?.Options ?? new TableOptions(),
        };
        RefuseDuplicates(table);
        if (table.Options.Inherits is null)
        {
            RefuseUnknownColumns(table);
        }

        return table;
    }

    private static PrimaryKeyDefinition? Single(TableName table, IReadOnlyList<PrimaryKeyDefinition> keys) => keys.Count <= 1
        ? keys.SingleOrDefault()
        : throw Require.Error(
            $"The table {table} has {keys.Count} primary keys: {string.Join("; ", keys.Select(key => string.Join(", ", key.Columns)))}.",
            "Name all columns of the key in one Primary(…). Increments is a key by itself, unless primaryKey: false.");

    private static void RefuseDuplicates(TableDefinition table)
    {
        Unique(table.Columns.Select(column => column.Name), name => $"The table {table.Name} has the column {name} twice.");
        var constraints = table.Uniques.Select(unique => unique.Name).Concat(table.Checks.Select(check => check.Name))
            .Concat(table.ForeignKeys.Select(key => key.Name)).Concat(table.Indexes.Select(index => index.Name));
        Unique(table.PrimaryKey is null ? constraints : constraints.Append(table.PrimaryKey.Name), name => $"The table {table.Name} has two keys, checks or indexes named {name}.");
    }

    private static void Unique(IEnumerable<string> names, Func<string, string> message)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var name in names)
        {
            if (!seen.Add(name))
            {
                throw Require.Error(message(name), "Leave one out, or give one another name.");
            }
        }
    }

    private static void RefuseUnknownColumns(TableDefinition table)
    {
        if (table.Columns.Count == 0)
        {
            throw Require.Error($"The table {table.Name} has no columns.", "Define at least one.");
        }

        // Some databases do not tell letter cases apart; the exact answer is theirs.
        var known = table.Columns.Select(column => column.Name).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var unique in table.Uniques)
        {
            RefuseUnknown(unique.Name, unique.Columns);
        }

        foreach (var key in table.ForeignKeys)
        {
            RefuseUnknown(key.Name, key.Columns);
        }

        foreach (var index in table.Indexes)
        {
            RefuseUnknown(index.Name, index.Columns.Where(key => !key.IsExpression).Select(key => key.Name));
        }

        if (table.PrimaryKey is { } primary)
        {
            RefuseUnknown(primary.Name, primary.Columns);
        }

        void RefuseUnknown(string owner, IEnumerable<string> columns)
        {
            if (columns.FirstOrDefault(column => !known.Contains(column)) is { } missing)
            {
                throw Require.Error($"{owner} names the column {missing}, which the table {table.Name} does not have.", "Define the column, or mend the name.");
            }
        }
    }
}
