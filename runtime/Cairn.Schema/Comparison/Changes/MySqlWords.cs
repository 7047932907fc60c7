using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>MySQL's and MariaDB's: each table is made, and changed, by one statement, since there is no transaction around them.</summary>
internal sealed class MySqlWords(ChangeScope scope) : ChangeWords(scope)
{
    private static readonly string[] OptionFacts = [FactNames.Engine, FactNames.Charset, FactNames.Collation, "row format", "options", FactNames.Comment, SchemaDiffer.ColumnOrder];

    private readonly MySqlTexts texts = new(scope);

    public override bool PlacesColumns => true;

    public override bool IsMadeAnew(ObjectDifference difference) => base.IsMadeAnew(difference)
        || (difference is { Before: not null, After: not null } && difference.Subject.Kind is ObjectKind.Routine or ObjectKind.Event or ObjectKind.PrimaryKey or ObjectKind.Unique or ObjectKind.Index);

    public override IEnumerable<SchemaOperation> Drop(SnapshotObject found, SnapshotObject? parent) => found.Kind switch
    {
        ObjectKind.Table => [new DropTable(Scope.Named(found.Name))],
        ObjectKind.View => [new DropView(Scope.Named(found.Name))],
        ObjectKind.Trigger => [new DropTrigger(Scope.Named(found.Name), Scope.Named(parent?.Name ?? found.Name))],
        ObjectKind.Sequence => [new DropSequence(Scope.Named(found.Name))],
        ObjectKind.Routine => One($"DROP {found["kind"]!.ToUpperInvariant()} {Scope.QuoteWord(RoutineName(found))}"),
        _ => One($"DROP {found.Kind.Word().ToUpperInvariant()} {Scope.QuoteWord(found.Name)}"),
    };

    public override IEnumerable<SchemaOperation> Create(SnapshotObject found)
    {
        if (found["sql mode"] is not { } mode && found.Kind is not (ObjectKind.Trigger or ObjectKind.Routine or ObjectKind.Event))
        {
            return base.Create(found);
        }

        // A body runs under the mode, and an event in the time zone, of the session that made it.
        IEnumerable<SchemaOperation> zone = found.Kind == ObjectKind.Event ? [new RawSql($"SET SESSION time_zone = {Scope.Literal(found["time zone"] ?? "SYSTEM")}")] : [];
        IEnumerable<SchemaOperation> back = found.Kind == ObjectKind.Event ? [new RawSql("SET SESSION time_zone = '+00:00'")] : [];
        return [.. zone, new RawSql($"SET SESSION sql_mode = {Scope.Literal(found["sql mode"] ?? "")}"), new RawSql(Text(found)!), new RawSql("SET SESSION sql_mode = DEFAULT"), .. back];
    }

    public override bool CreateTable(SnapshotObject table)
    {
        Scope.Main.Add(new RawSql(texts.Table(table)));
        foreach (var key in table.Of(ObjectKind.ForeignKey))
        {
            Scope.ForeignKeys.Add(AddForeignKey(table, key)!);
        }

        var creation = new ObjectCreation(Scope, this);
        foreach (var trigger in InTurn([.. table.Of(ObjectKind.Trigger)]))
        {
            creation.CreatePart(trigger, table);
        }

        return true;
    }

    public override SchemaOperation? AddForeignKey(SnapshotObject table, SnapshotObject key) => new RawSql($"ALTER TABLE {Scope.QuoteWord(table.Name)} ADD {texts.Part(key)}");

    public override SchemaOperation? DropForeignKey(SnapshotObject table, SnapshotObject key)
    {
        if (!key.IsNamed)
        {
            Scope.Refuse(key.Describe(table), "the server gave the key its name, which the structure does not tell", "Drop the key by hand in a migration, and give new ones a name.");
        }

        return new RawSql($"ALTER TABLE {Scope.QuoteWord(table.Name)} DROP FOREIGN KEY {Scope.QuoteWord(key.Name)}");
    }

    public override bool ChangeTable(TableDifference table)
    {
        var odd = table.Own?.Facts.Where(fact => !OptionFacts.Contains(fact.Name, StringComparer.Ordinal)).Select(fact => fact.Describe()).ToList() ?? [];
        odd.AddRange(table.Parts.Where(part => part.Subject.Kind == ObjectKind.Partition || (part.Before is { IsNamed: false } && part.Subject.Kind == ObjectKind.Check)).Select(part => part.Subject.Describe(table.After)));
        foreach (var what in odd)
        {
            Scope.Refuse($"table {table.After.Name}", $"{what} is nothing that Cairn changes in a table that is there", "Make the change with ALTER TABLE in a migration.");
        }

        var actions = new MySqlActions(Scope, texts, table).All();
        if (actions.Count > 0)
        {
            Scope.Main.Add(new RawSql($"ALTER TABLE {Scope.QuoteWord(table.After.Name)}\n  {string.Join(",\n  ", actions)}"));
        }

        return true;
    }

    public override IEnumerable<string>? Change(ObjectDifference difference, FactDifference fact, SnapshotObject? parent) => (difference.Subject.Kind, fact.Name) switch
    {
        (ObjectKind.Database, FactNames.Charset) => [$"ALTER DATABASE CHARACTER SET {fact.After}"],
        (ObjectKind.Database, FactNames.Collation) => [$"ALTER DATABASE COLLATE {fact.After}"],
        (ObjectKind.Sequence, "start" or "increment" or "minimum" or "maximum" or "cache" or "cycle") =>
            difference.Facts[0].Name == fact.Name ? [Text(difference.After!)!.Replace("CREATE SEQUENCE", "ALTER SEQUENCE", StringComparison.Ordinal).Split(" ENGINE=")[0]] : [],
        _ => null,
    };

    public override TableOptions Options(SnapshotObject table) => new();

    public override ColumnDefinition? Column(SnapshotObject column, SnapshotObject table) => throw new InvalidOperationException("Tables are made by their texts.");

    public override void ChangeColumn(TableDifference table, ObjectDifference column, List<TableChange> changes, List<string> statements) =>
        throw new InvalidOperationException("Tables are changed by one statement.");

    private static string RoutineName(SnapshotObject routine) => routine["kind"] switch
    {
        "function" => routine.Name[..^2],
        "package body" => routine.Name[..^" body".Length],
        _ => routine.Name,
    };

    /// <summary>A trigger after the one that it follows.</summary>
    private static List<SnapshotObject> InTurn(List<SnapshotObject> triggers)
    {
        int Depth(SnapshotObject trigger, int limit) =>
            limit > 0 && trigger["follows"] is { } name && triggers.Find(other => other.Name == name) is { } before ? 1 + Depth(before, limit - 1) : 0;

        return [.. triggers.OrderBy(trigger => Depth(trigger, triggers.Count))];
    }
}
