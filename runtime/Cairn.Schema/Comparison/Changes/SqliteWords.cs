using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>SQLite's: objects are made by the texts with which they were made once, and tables are rebuilt by theirs.</summary>
internal sealed class SqliteWords(ChangeScope scope) : ChangeWords(scope)
{
    public override IEnumerable<SchemaOperation> Drop(SnapshotObject found, SnapshotObject? parent) => found.Kind switch
    {
        // The operation refuses a table that others refer to; of a ring of tables one must go first.
        ObjectKind.Table when IsInRing(found) => One($"DROP TABLE {Scope.Quote(found.Name)}"),
        ObjectKind.Table => [new DropTable(Scope.Named(found.Name))],
        ObjectKind.View => [new DropView(Scope.Named(found.Name))],
        ObjectKind.Trigger => [new DropTrigger(Scope.Named(found.Name), Scope.Named(parent?.Name ?? found.Name))],
        _ => One($"DROP {found.Kind.Word().ToUpperInvariant()} {Scope.Quote(found.Name)}"),
    };

    public override bool CreateTable(SnapshotObject table)
    {
        Scope.Main.Add(new RawSql(table[FactNames.Text]!));
        Scope.Main.AddRange(Indexes(table).Select(index => new RawSql(index[FactNames.Text]!)));
        Scope.Then.AddRange(table.Of(ObjectKind.Trigger).Select(trigger => new RawSql(trigger[FactNames.Text]!)));
        return true;
    }

    public override bool ChangeTable(TableDifference table)
    {
        if (table.Own?.Facts.Any(fact => fact.Name is FactNames.Definition or "module") == true)
        {
            Scope.Refuse($"table {table.After.Name}", "a virtual table cannot be changed", "Drop it and make it again in a migration.");
            return true;
        }

        var indexes = table.Parts.Where(part => IsIndex(part.Subject)).ToList();
        Scope.Main.AddRange(indexes.Where(part => part.Before is not null).Select(part => new RawSql($"DROP INDEX {Scope.Quote(part.Before!.Name)}")));
        var rest = table.Parts.Where(part => !IsIndex(part.Subject) && part.Subject.Kind != ObjectKind.Trigger).ToList();
        if (table.Own is not null || rest.Count > 0)
        {
            var added = rest.ConvertAll(part => part.Kind == DifferenceKind.Added && part.Subject.Kind == ObjectKind.Column && IsSimple(part.After!) ? part.After : null);
            Scope.Main.Add(table.Own is null && !added.Contains(null) && AreLast(table, added.Count)
                ? new AlterTable(Scope.Named(table.After.Name), [.. added.Select(column => new AddColumn(TypedFacts.Column(column!)))])
                : new RebuildTable(Scope.Named(table.After.Name), table.After[FactNames.Text]!));
        }

        Scope.Main.AddRange(indexes.Where(part => part.After is not null).Select(part => new RawSql(part.After![FactNames.Text]!)));
        return true;
    }

    public override IEnumerable<string>? Change(ObjectDifference difference, FactDifference fact, SnapshotObject? parent) => (difference.Subject.Kind, fact.Name) switch
    {
        (ObjectKind.Database, "user version") => [$"PRAGMA user_version = {fact.After ?? "0"}"],
        (ObjectKind.Database, "application id") => [$"PRAGMA application_id = {fact.After ?? "0"}"],
        _ => null,
    };

    public override ColumnDefinition? Column(SnapshotObject column, SnapshotObject table) => TypedFacts.Column(column);

    public override void ChangeColumn(TableDifference table, ObjectDifference column, List<TableChange> changes, List<string> statements) =>
        throw new InvalidOperationException("SQLite's tables are rebuilt.");

    public override TableOptions Options(SnapshotObject table) => new();

    private static IEnumerable<SnapshotObject> Indexes(SnapshotObject table) => table.Children.Where(IsIndex);

    /// <summary>A unique key that was made as an index has a text of its own; one in the table's text has none.</summary>
    private static bool IsIndex(SnapshotObject part) => part.Kind is ObjectKind.Index or ObjectKind.Unique && part[FactNames.Text] is not null;

    private bool IsInRing(SnapshotObject table)
    {
        var reached = Scope.Current.Tables.Where(other => other != table && Mentions.RefersTo(table, other)).ToList();
        for (var index = 0; index < reached.Count; index++)
        {
            reached.AddRange(Scope.Current.Tables.Where(other => Mentions.RefersTo(reached[index], other) && !reached.Contains(other)));
        }

        return reached.Contains(table);
    }

    /// <summary>What ADD COLUMN takes as it is.</summary>
    private static bool IsSimple(SnapshotObject column) => TypedFacts.Knows(column, [FactNames.Type, FactNames.Nullable]) && column[FactNames.Nullable] == "yes";

    private static bool AreLast(TableDifference table, int added)
    {
        var before = table.Before.Of(ObjectKind.Column).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return table.After.Of(ObjectKind.Column).TakeLast(added).All(column => !before.Contains(column.Name));
    }
}
