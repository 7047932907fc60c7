using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>PostgreSQL's.</summary>
internal sealed class PostgresWords(ChangeScope scope) : ChangeWords(scope)
{
    private static readonly string[] MadeByReplacing = ["returns", "routine"];

    private readonly PostgresFacts facts = new(scope);

    public override bool ViewsHoldOn => true;

    public override bool IsMadeAnew(ObjectDifference difference) => base.IsMadeAnew(difference) && difference.Subject.Kind switch
    {
        // A function that is replaced keeps what hangs on it; its result and the names of its arguments cannot be replaced.
        ObjectKind.Routine => difference.After!["routine"] == "aggregate" || difference.Facts.Any(fact => MadeByReplacing.Contains(fact.Name, StringComparer.Ordinal))
            || FirstLine(difference.Before!) != FirstLine(difference.After),
        ObjectKind.Domain or ObjectKind.CompositeType => !Scope.Current.Tables.Any(table => Mentions.Mention(table, difference.Before!)),
        _ => true,
    };

    public override IEnumerable<SchemaOperation> Drop(SnapshotObject found, SnapshotObject? parent) => found.Kind switch
    {
        ObjectKind.Table => [new DropTable(Scope.Named(found.Name))],
        ObjectKind.View => [new DropView(Scope.Named(found.Name))],
        ObjectKind.MaterializedView => [new DropView(Scope.Named(found.Name)) { Materialized = true }],

        // It goes by itself with the column that owns it.
        ObjectKind.Sequence => [new DropSequence(Scope.Named(found.Name), IfExists: true)],
        ObjectKind.Enum => [new DropEnum(Scope.Named(found.Name))],
        ObjectKind.Extension => [new DropExtension(found.Name)],
        ObjectKind.Schema => [new DropSchema(found.Name)],
        ObjectKind.Routine when found["routine"] == "aggregate" => One($"DROP AGGREGATE {facts.Subject(found, null)}"),
        ObjectKind.Index or ObjectKind.Statistics => One($"DROP {facts.Word(found.Kind)} {Scope.Quote(found.Name)}"),
        _ => One($"DROP {facts.Word(found.Kind)} {facts.Subject(found, parent)}"),
    };

    public override IEnumerable<string> Complete(SnapshotObject found, SnapshotObject? parent) =>
        found.Facts.Where(fact => !(fact.Name == FactNames.Comment && found.Kind is ObjectKind.Table or ObjectKind.Column)).SelectMany(fact => facts.Set(found, parent, fact, null) ?? []);

    public override IEnumerable<string> CompleteLast(SnapshotObject found) => found is { Kind: ObjectKind.Sequence } && found["owned by"] is { } owner
        ? [$"ALTER SEQUENCE {Scope.Quote(found.Name)} OWNED BY {facts.OwningColumn(owner)}"]
        : [];

    public override string IndexText(SnapshotObject index) => Text(index)!.Replace(" ON ONLY ", " ON ", StringComparison.Ordinal);

    public override IEnumerable<string>? Change(ObjectDifference difference, FactDifference fact, SnapshotObject? parent) =>
        facts.Change(difference, fact.Name, parent);

    public override TableOptions Options(SnapshotObject table) => new()
    {
        Comment = table[FactNames.Comment],
        PartitionBy = table["partition by"],
        Inherits = table.List("inherits") is [var only] ? Scope.Named(only) : null,
    };

    public override bool CreateTable(SnapshotObject table)
    {
        foreach (var fact in table.Facts.Where(fact => fact.Name is "of type" or "foreign server" || (fact.Name == "inherits" && fact.Values.Count > 1)))
        {
            Scope.Refuse($"table {table.Name}", $"{fact.Name} {fact.Text} is nothing that Cairn makes", "Make the table by hand in a migration.");
        }

        if (table["partition of"] is not { } parent)
        {
            return false;
        }

        var by = table["partition by"];
        Scope.Main.Add(new RawSql($"CREATE TABLE {Scope.Quote(table.Name)} PARTITION OF {Scope.Quote(parent)} {table["partition bound"]}{(by is null ? "" : $" PARTITION BY {by}")}"));
        if (table[FactNames.Comment] is { } comment)
        {
            Scope.Main.Add(new RawSql($"COMMENT ON TABLE {Scope.Quote(table.Name)} IS {Scope.Literal(comment)}"));
        }

        Scope.Main.AddRange(Complete(table, null).Select(sql => new RawSql(sql)));
        foreach (var part in table.Children.Where(part => part.Kind is ObjectKind.PrimaryKey or ObjectKind.Unique or ObjectKind.Check or ObjectKind.Index && part["inherited"] is null))
        {
            if (part.Kind == ObjectKind.Index && by is not null)
            {
                continue;
            }

            Scope.Main.Add(new RawSql(Text(part)!));
        }

        new TableCreation(Scope, this, table).CreateRest(by is not null);
        return true;
    }

    public override ColumnDefinition? Column(SnapshotObject column, SnapshotObject table) => TypedFacts.Column(column);

    public override void ChangeColumn(TableDifference table, ObjectDifference column, List<TableChange> changes, List<string> statements)
    {
        var (before, after) = (column.Before!, column.After!);
        var names = column.Facts.Select(fact => fact.Name).ToHashSet(StringComparer.Ordinal);
        var typed = TypedFacts.Column(after);
        if (names.Remove(FactNames.Generated) | names.Remove(FactNames.GeneratedAs))
        {
            Scope.Refuse(column.Name, "PostgreSQL makes no column a generated one, or an other one, that is there already", "Drop the column and add it again in a migration.");
        }

        var retyped = names.Remove(FactNames.Type) | names.Remove(FactNames.Collation);
        var defaulted = names.Remove(FactNames.Default);
        if (before[FactNames.Default] is not null && (defaulted || retyped))
        {
            changes.Add(new DropDefault(after.Name));
        }

        if (retyped)
        {
            changes.Add(new AlterColumn(new ColumnDefinition(after.Name, typed.Type) { Collation = after[FactNames.Collation] }));
        }

        if (typed.Default is { } value && (defaulted || retyped))
        {
            changes.Add(new SetDefault(after.Name, value));
        }

        if (names.Remove(FactNames.Nullable))
        {
            changes.Add(new SetNullability(after.Name, after[FactNames.Nullable] == "yes"));
        }

        if (names.Contains(FactNames.Identity) && after[FactNames.Identity] is not null)
        {
            changes.Add(new AlterColumn(new ColumnDefinition(after.Name, typed.Type) { Identity = typed.Identity }));
            names.Remove(FactNames.Identity);
        }

        foreach (var name in names)
        {
            if (facts.Change(column, name, table.After) is { } made)
            {
                statements.AddRange(made);
            }
            else
            {
                Scope.Refuse(column.Name, $"its {column.Facts.First(fact => fact.Name == name).Describe()}", "Make the change by hand in a migration.");
            }
        }
    }

    private static string FirstLine(SnapshotObject routine) => (routine[FactNames.Definition] ?? "").Split('\n')[0];
}
