using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Makes a table from its facts: in one operation what operations have words for, after it what they have not.</summary>
internal sealed class TableCreation(ChangeScope scope, ChangeWords words, SnapshotObject table)
{
    private readonly List<SchemaOperation> after = [];

    public void Create()
    {
        var partitioned = table["partition by"] is not null;
        var definition = new TableDefinition(scope.Named(table.Name))
        {
            Columns = [.. table.Of(ObjectKind.Column).Where(IsOwn).Select(Column).OfType<ColumnDefinition>()],
            PrimaryKey = table.Of(ObjectKind.PrimaryKey).Where(IsOwn).Select(key => TypedFacts.PrimaryKey(key, table.Name) ?? Later<PrimaryKeyDefinition>(key)).FirstOrDefault(),
            Uniques = [.. table.Of(ObjectKind.Unique).Where(IsOwn).Select(key => TypedFacts.Unique(key) ?? Later<UniqueDefinition>(key)).OfType<UniqueDefinition>()],
            Checks = [.. table.Of(ObjectKind.Check).Where(IsOwn).Select(check => TypedFacts.Check(check) ?? Later<CheckDefinition>(check)).OfType<CheckDefinition>()],
            Indexes = partitioned ? [] : [.. table.Of(ObjectKind.Index).Select(index => TypedFacts.Index(index) ?? LaterIndex(index)).OfType<IndexDefinition>()],
            Options = words.Options(table),
        };
        scope.Main.Add(new CreateTable(definition));
        scope.Main.AddRange(after);
        scope.Main.AddRange(words.Complete(table, parent: null).Select(sql => new RawSql(sql)));
        CreateRest(partitioned);
    }

    /// <summary>What comes after the table itself.</summary>
    public void CreateRest(bool partitioned)
    {
        foreach (var part in table.Children.Where(part => part.Kind is ObjectKind.Column or ObjectKind.PrimaryKey or ObjectKind.Unique or ObjectKind.Check or ObjectKind.Index && IsOwn(part)))
        {
            (part.Kind == ObjectKind.Index && partitioned ? scope.Indexes : scope.Main).AddRange(words.Complete(part, table).Select(sql => new RawSql(sql)));
        }

        // The innermost first: an index of a partitioned table takes those of its partitions that are there.
        scope.Indexes.InsertRange(0, partitioned ? table.Of(ObjectKind.Index).Select(index => new RawSql(words.IndexText(index))) : []);

        foreach (var key in table.Of(ObjectKind.ForeignKey).Where(IsOwn))
        {
            scope.ForeignKeys.Add(ForeignKeyChanges.Add(scope, words, table, key));
            scope.ForeignKeys.AddRange(words.Complete(key, table).Select(sql => new RawSql(sql)));
        }

        var creation = new ObjectCreation(scope, words);
        foreach (var part in table.Children.Where(part => part.Kind is ObjectKind.Trigger or ObjectKind.Policy or ObjectKind.Rule or ObjectKind.Statistics or ObjectKind.Exclusion))
        {
            creation.CreatePart(part, table);
        }
    }

    private static bool IsOwn(SnapshotObject part) => part["inherited"] != "yes";

    private ColumnDefinition? Column(SnapshotObject column) => words.Column(column, table);

    /// <summary>What has no words among the operations is made after the table, by its own text.</summary>
    private T? Later<T>(SnapshotObject part)
        where T : class
    {
        if (ChangeWords.Text(part) is { } text)
        {
            after.Add(new RawSql(text));
        }
        else
        {
            scope.Refuse(part.Describe(table), "the snapshot does not say how it is made", "Make it by hand in a migration.");
        }

        return null;
    }

    /// <summary>An index of a partition goes before its parent's, so that the parent's takes it with the name it has.</summary>
    private IndexDefinition? LaterIndex(SnapshotObject index) => Later<IndexDefinition>(index);
}
