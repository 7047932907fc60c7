using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>How one kind of database makes, changes and drops what the operations have no words for.</summary>
internal abstract class ChangeWords(ChangeScope scope)
{
    /// <summary>Facts that can be set on an object that is there, on every database that has them.</summary>
    private static readonly string[] Soft = [FactNames.Comment, "grants", "state", "column comments", "column defaults"];

    protected ChangeScope Scope => scope;

    /// <summary>Whether a column cannot be changed while a view looks at it.</summary>
    public virtual bool ViewsHoldOn => false;

    /// <summary>Whether a new column can stand anywhere.</summary>
    public virtual bool PlacesColumns => false;

    public static ChangeWords For(ChangeScope scope) => scope.Client switch
    {
        Client.Postgres => new PostgresWords(scope),
        Client.Sqlite => new SqliteWords(scope),
        _ => new MySqlWords(scope),
    };

    /// <summary>Whether a changed object is dropped and made again.</summary>
    public virtual bool IsMadeAnew(ObjectDifference difference) => difference is { Before: not null, After: not null }
        && difference.Subject.Kind is not (ObjectKind.Table or ObjectKind.Database or ObjectKind.Schema or ObjectKind.Sequence or ObjectKind.Enum or ObjectKind.Extension)
        && difference.Facts.Any(fact => !Soft.Contains(fact.Name, StringComparer.Ordinal));

    /// <summary>What drops an object.</summary>
    public abstract IEnumerable<SchemaOperation> Drop(SnapshotObject found, SnapshotObject? parent);

    /// <summary>What makes an object by its text; nothing where it has none.</summary>
    public virtual IEnumerable<SchemaOperation> Create(SnapshotObject found) => Text(found) is { } text ? One(text) : [];

    /// <summary>What adds a foreign key, where operations have not the words; null where they have.</summary>
    public virtual SchemaOperation? AddForeignKey(SnapshotObject table, SnapshotObject key) => null;

    /// <summary>What drops a foreign key, where an operation would do more; null where it does the right thing.</summary>
    public virtual SchemaOperation? DropForeignKey(SnapshotObject table, SnapshotObject key) => null;

    /// <summary>What a new object needs besides its definition: statements.</summary>
    public virtual IEnumerable<string> Complete(SnapshotObject found, SnapshotObject? parent) => [];

    /// <summary>What a new object needs when all others are there.</summary>
    public virtual IEnumerable<string> CompleteLast(SnapshotObject found) => [];

    /// <summary>The text of a partitioned table's index that takes the partitions' along.</summary>
    public virtual string IndexText(SnapshotObject index) => Text(index) ?? "";

    /// <summary>The statements that change a fact of an object that is there; null where there are none for it.</summary>
    public virtual IEnumerable<string>? Change(ObjectDifference difference, FactDifference fact, SnapshotObject? parent) => null;

    /// <summary>Creates a table; false where the facts are to be taken one by one.</summary>
    public virtual bool CreateTable(SnapshotObject table) => false;

    /// <summary>Changes a table; false where the differences are to be taken one by one.</summary>
    public virtual bool ChangeTable(TableDifference table) => false;

    /// <summary>A column as an operation has it; null where only words of the database's own say all of it.</summary>
    public abstract ColumnDefinition? Column(SnapshotObject column, SnapshotObject table);

    /// <summary>Changes a column.</summary>
    public abstract void ChangeColumn(TableDifference table, ObjectDifference column, List<TableChange> changes, List<string> statements);

    /// <summary>The table's options as operations have them.</summary>
    public abstract TableOptions Options(SnapshotObject table);

    /// <summary>The text that makes an object, where it has one.</summary>
    public static string? Text(SnapshotObject found) => found[FactNames.Text] ?? found[FactNames.Definition];

    protected static IEnumerable<SchemaOperation> One(string sql) => [new RawSql(sql)];
}
