using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Changes a table that stays: keys and indexes go, columns go, change and come, then keys and indexes come.</summary>
internal sealed class TableChanges(ChangeScope scope, ChangeWords words, TableDifference table)
{
    private readonly List<TableChange> changes = [];
    private readonly List<string> statements = [];

    public void Plan()
    {
        if (words.ChangeTable(table))
        {
            return;
        }

        var parts = table.Parts.Where(part => part.Subject["inherited"] is null && part.Subject["partition of"] is null).ToList();
        foreach (var part in parts.Where(part => part.Before is not null && (part.After is null || words.IsMadeAnew(part))))
        {
            Drop(part.Before!);
        }

        foreach (var part in parts.Where(part => part.Subject.Kind == ObjectKind.Column && part.Kind != DifferenceKind.Removed))
        {
            if (part.Kind == DifferenceKind.Changed)
            {
                words.ChangeColumn(table, part, changes, statements);
            }
            else if (words.Column(part.After!, table.After) is { } column)
            {
                changes.Add(new AddColumn(Placed(column)));
                statements.AddRange(words.Complete(part.After!, table.After));
            }
        }

        CheckOrder();
        foreach (var part in parts.Where(part => part.After is not null && (part.Before is null || words.IsMadeAnew(part))))
        {
            Add(part.After!);
        }

        if (changes.Count > 0)
        {
            scope.Main.Add(new AlterTable(scope.Named(table.After.Name), [.. changes]));
        }

        scope.Main.AddRange(statements.Select(sql => new RawSql(sql)));
        ChangeFacts(parts);
    }

    private void ChangeFacts(IReadOnlyList<ObjectDifference> parts)
    {
        var own = table.Own is null ? null : table.Own with { Facts = [.. table.Own.Facts.Where(fact => fact.Name != SchemaDiffer.ColumnOrder)] };
        if (own is { Facts.Count: > 0 })
        {
            new FactChanges(scope, words).Plan(own, parent: null);
        }

        foreach (var part in parts.Where(part => part.Kind == DifferenceKind.Changed && IsKey(part.Subject.Kind) && !words.IsMadeAnew(part)))
        {
            new FactChanges(scope, words).Plan(part, table.After);
        }
    }

    private static bool IsKey(ObjectKind kind) => kind is ObjectKind.PrimaryKey or ObjectKind.Unique or ObjectKind.Check or ObjectKind.Index or ObjectKind.Exclusion;

    private void Drop(SnapshotObject part)
    {
        switch (part.Kind)
        {
            case ObjectKind.Column:
                if (!table.After.Of(ObjectKind.Column).Any(column => column.Name == part.Name))
                {
                    changes.Add(new DropColumn(part.Name));
                }

                break;
            case ObjectKind.PrimaryKey:
                changes.Add(new DropPrimaryKey(part.Name));
                break;
            case ObjectKind.Unique:
                changes.Add(new DropUnique(part.Name, []));
                break;
            case ObjectKind.Check or ObjectKind.Exclusion:
                changes.Add(new DropCheck(part.Name));
                break;
            case ObjectKind.Index:
                changes.Add(new DropIndex(part.Name));
                break;
            case ObjectKind.Partition:
                scope.Refuse(part.Describe(table.After), "how a table is partitioned is not changed by itself", "Change the partitions with ALTER TABLE in a migration.");
                break;
        }
    }

    private void Add(SnapshotObject part)
    {
        TableChange? typed = part.Kind switch
        {
            ObjectKind.PrimaryKey when TypedFacts.PrimaryKey(part, table.After.Name) is { } key => new AddPrimaryKey(key),
            ObjectKind.Unique when TypedFacts.Unique(part) is { } unique => new AddUnique(unique),
            ObjectKind.Check when TypedFacts.Check(part) is { } check => new AddCheck(check),
            ObjectKind.Index when TypedFacts.Index(part) is { } index => new AddIndex(index),
            _ => null,
        };
        if (typed is not null)
        {
            changes.Add(typed);
            statements.AddRange(words.Complete(part, table.After));
        }
        else if (IsKey(part.Kind) && ChangeWords.Text(part) is { } text)
        {
            statements.AddRange([text, .. words.Complete(part, table.After)]);
        }
        else if (IsKey(part.Kind))
        {
            scope.Refuse(part.Describe(table.After), "the snapshot does not say how it is made", "Make it by hand in a migration.");
        }
    }

    /// <summary>A new column goes where it shall stand, where the database can do that.</summary>
    private ColumnDefinition Placed(ColumnDefinition column)
    {
        var names = table.After.Of(ObjectKind.Column).Select(found => found.Name).ToList();
        var at = names.IndexOf(column.Name);
        var isLast = at == names.Count - 1 || names.Skip(at + 1).All(IsNew);
        return words.PlacesColumns && !isLast ? column with { Position = new ColumnPosition(at == 0 ? null : names[at - 1]) } : column;
    }

    private bool IsNew(string name) => !table.Before.Of(ObjectKind.Column).Any(column => column.Name == name);

    private void CheckOrder()
    {
        if (words.PlacesColumns)
        {
            return;
        }

        var names = table.After.Of(ObjectKind.Column).Select(column => column.Name).ToList();
        IEnumerable<string> kept = table.Before.Of(ObjectKind.Column).Select(column => column.Name).Where(names.Contains);
        if (!names.SequenceEqual(kept.Concat(names.Where(IsNew)), StringComparer.Ordinal))
        {
            scope.Refuse(
                $"table {table.After.Name}",
                $"its columns shall stand in the order {string.Join(", ", names)}, and a new column can only be the last here",
                "Make the table anew and copy its rows in a migration, or put the column at the end.");
        }
    }
}
