using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Foreign keys: they go before all else, and come when all tables are there, since they may refer to one another in a ring.</summary>
internal sealed class ForeignKeyChanges(ChangeScope scope, ChangeWords words, IReadOnlyList<TableDifference> tables, IReadOnlyList<SnapshotObject> removed)
{
    private readonly List<(SnapshotObject Table, SnapshotObject Key)> again = [];

    private bool IsOutside => scope.Client != Client.Sqlite;

    public static SchemaOperation Add(ChangeScope scope, ChangeWords words, SnapshotObject table, SnapshotObject key)
    {
        if (words.AddForeignKey(table, key) is { } made)
        {
            return made;
        }

        if (TypedFacts.ForeignKey(key, scope.Named) is { } definition)
        {
            return new AlterTable(scope.Named(table.Name), [new AddForeignKey(definition)]);
        }

        if (ChangeWords.Text(key) is { } text)
        {
            return new RawSql(text);
        }

        scope.Refuse(key.Describe(table), "the snapshot does not say how it is made", "Make it by hand in a migration.");
        return new RawSql("");
    }

    public void Drop()
    {
        if (!IsOutside)
        {
            return;
        }

        foreach (var part in Parts().Where(part => part.Part.Before is not null && part.Part.Before["inherited"] is null))
        {
            Drop(part.Table.Before, part.Part.Before!);
        }

        var goneKeys = tables.SelectMany(table => table.Parts.Where(part => part.Before is not null && part.Subject.Kind is ObjectKind.PrimaryKey or ObjectKind.Unique)
            .Select(part => (Table: table.Before.Name, Columns: part.Before!.List(FactNames.Columns)))).ToList();
        foreach (var table in scope.Current.Tables.Where(table => !removed.Contains(table)))
        {
            foreach (var key in table.Of(ObjectKind.ForeignKey).Where(key => key["inherited"] is null && !Parts().Any(part => ReferenceEquals(part.Part.Before, key))))
            {
                if (goneKeys.Exists(gone => gone.Table == key[FactNames.References] && gone.Columns.SequenceEqual(key.List(FactNames.ReferencedColumns), StringComparer.Ordinal)))
                {
                    Drop(table, key);
                    again.Add((table, key));
                }
            }
        }

        // Of tables that go together, each may refer to the other.
        foreach (var table in removed.Where(found => found.Kind == ObjectKind.Table))
        {
            foreach (var key in table.Of(ObjectKind.ForeignKey).Where(key => key["inherited"] is null && key.IsNamed && removed.Any(other => other.Name == key[FactNames.References] && other != table)))
            {
                Drop(table, key);
            }
        }
    }

    public void Add()
    {
        if (!IsOutside)
        {
            return;
        }

        foreach (var (table, part) in Parts().Where(part => part.Part.After is not null && part.Part.After["inherited"] is null))
        {
            scope.ForeignKeys.Add(Add(scope, words, table.After, part.After!));
            scope.ForeignKeys.AddRange(words.Complete(part.After!, table.After).Select(sql => new RawSql(sql)));
        }

        foreach (var (table, key) in again)
        {
            scope.ForeignKeys.Add(Add(scope, words, table, key));
        }
    }

    private void Drop(SnapshotObject table, SnapshotObject key) => scope.First.Add(
        words.DropForeignKey(table, key) ?? new AlterTable(scope.Named(table.Name), [new DropForeignKey(key.Name, key.List(FactNames.Columns))]));

    private IEnumerable<(TableDifference Table, ObjectDifference Part)> Parts() =>
        tables.SelectMany(table => table.Parts.Where(part => part.Subject.Kind == ObjectKind.ForeignKey).Select(part => (table, part)));
}
