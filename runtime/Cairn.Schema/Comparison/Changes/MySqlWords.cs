using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>MySQL's and MariaDB's.</summary>
internal sealed class MySqlWords(ChangeScope scope) : ChangeWords(scope)
{
    private static readonly string[] Plain =
        [FactNames.Type, FactNames.Nullable, FactNames.Default, FactNames.Identity, FactNames.Generated, FactNames.GeneratedAs, FactNames.Collation, FactNames.Charset];

    public override bool PlacesColumns => true;

    public override IEnumerable<SchemaOperation> Drop(SnapshotObject found, SnapshotObject? parent) => found.Kind switch
    {
        ObjectKind.Table => [new DropTable(Scope.Named(found.Name))],
        ObjectKind.View => [new DropView(Scope.Named(found.Name))],
        ObjectKind.Trigger => [new DropTrigger(Scope.Named(found.Name), Scope.Named(parent?.Name ?? found.Name))],
        ObjectKind.Sequence => [new DropSequence(Scope.Named(found.Name))],
        _ => One($"DROP {found.Kind.Word().ToUpperInvariant()} {Scope.Quote(found.Name)}"),
    };

    public override TableOptions Options(SnapshotObject table) => new()
    {
        Comment = table[FactNames.Comment],
        Engine = table[FactNames.Engine],
        Charset = table[FactNames.Charset],
        Collation = table[FactNames.Collation],
    };

    public override ColumnDefinition? Column(SnapshotObject column, SnapshotObject table) =>
        TypedFacts.Column(column, column[FactNames.Charset] is { } charset ? $"{column[FactNames.Type]} CHARACTER SET {charset}" : null);

    public override void ChangeColumn(TableDifference table, ObjectDifference column, List<TableChange> changes, List<string> statements)
    {
        if (!TypedFacts.Knows(column.After!, Plain))
        {
            Scope.Refuse(column.Name, "it has facts that Cairn does not set", "Make the change by hand in a migration.");
            return;
        }

        changes.Add(new AlterColumn(Column(column.After!, table.After)!));
    }
}
