using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Dialects.Sqlite.Rendering;

namespace Cairn.Schema.Dialects.Sqlite.Altering;

/// <summary>A column of a <see cref="TableDraft"/>.</summary>
/// <param name="logical">Its name, for the changes that follow.</param>
/// <param name="physical">Its name in the draft's text.</param>
/// <param name="source">The column that its values come from; null for a new one.</param>
internal sealed class DraftColumn(string logical, string physical, string? source)
{
    /// <summary>Its name after the changes so far.</summary>
    public string Logical { get; set; } = logical;

    /// <summary>Its name in the draft's text: renames are left to SQLite, which carries them into views and triggers, after the rebuild.</summary>
    public string Physical { get; } = physical;

    /// <summary>The old table's column that its values come from; null for a new one.</summary>
    public string? Source { get; } = source;

    /// <summary>How its values come from the old ones, where the author says so.</summary>
    public string? Using { get; set; }

    /// <summary>The default that a new column came with: what is in the rows then, whatever default it gets later.</summary>
    public string? FirstDefault { get; init; }

    /// <summary>It became NOT NULL: the rows are to be looked at.</summary>
    public bool BecameNotNull { get; set; }

    /// <summary>Which of <see cref="TableDraft.Native"/> adds it, where a constraint can still be added to that.</summary>
    public int? AddedBy { get; set; }
}

/// <summary>An index of a <see cref="TableDraft"/>.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Text">Its text, in physical column names.</param>
internal sealed record DraftIndex(string Name, IndexText Text);

/// <summary>
/// The table as it will be. Each change is applied to the text and, where SQLite can do it natively, also recorded as a statement;
/// when all changes are native the statements are the result, otherwise all of them go into one rebuild.
/// </summary>
internal sealed class TableDraft
{
    /// <summary>Starts with the table as it is.</summary>
    public TableDraft(TableSnapshot snapshot)
    {
        Snapshot = snapshot;
        Text = snapshot.Text;
        Columns = [.. Text.Columns.Select(column => new DraftColumn(column.Name, column.Name, column.Name))];
        Indexes = [.. snapshot.Objects.Of(snapshot.Name, "index").Where(i => i.Sql is not null).Select(i => new DraftIndex(i.Name, IndexText.Parse(i.Sql!)))];
    }

    /// <summary>The table as it is.</summary>
    public TableSnapshot Snapshot { get; }

    /// <summary>Its text, in physical column names.</summary>
    public TableText Text { get; set; }

    /// <summary>Its columns.</summary>
    public List<DraftColumn> Columns { get; }

    /// <summary>Its indexes.</summary>
    public List<DraftIndex> Indexes { get; }

    /// <summary>The changes as statements, as far as they are native.</summary>
    public List<string> Native { get; } = [];

    /// <summary>A change is not native.</summary>
    public bool NeedsRebuild { get; set; }

    /// <summary>A native statement renames a column.</summary>
    public bool HasNativeRename { get; set; }

    /// <summary>The old table's columns that go.</summary>
    public List<string> Dropped { get; } = [];

    /// <summary>The table's name.</summary>
    public string Name => Snapshot.Name;

    /// <summary>The table's name, quoted.</summary>
    public string QuotedName => SqliteNames.Quote(Name);

    /// <summary>The column of that name, or null.</summary>
    public DraftColumn? Find(string logical) => Columns.Find(column => SqliteNames.Same(column.Logical, logical));

    /// <summary>The column of that name.</summary>
    /// <exception cref="CairnException">There is none (CAIRN3010).</exception>
    public DraftColumn Require(string logical) => Find(logical) ?? throw SqliteRefusal.Missing(Name, "column", logical, Columns.Select(column => column.Logical));

    /// <summary>The physical names of columns that must exist.</summary>
    public IReadOnlyList<string> Physical(IEnumerable<string> logical) => [.. logical.Select(name => Require(name).Physical)];

    /// <summary>The column's text.</summary>
    public ColumnText TextOf(DraftColumn column) => Text.Find(column.Physical)!;

    /// <summary>Changes a column's text; does nothing where that changes nothing.</summary>
    public void Edit(DraftColumn column, Func<ColumnText, ColumnText> edit)
    {
        var old = TextOf(column);
        var edited = edit(old);
        if (edited.Render() != old.Render())
        {
            Text = Text.With(old, edited);
            NeedsRebuild = true;
        }
    }

    /// <summary>An author's expression in physical names.</summary>
    /// <exception cref="CairnException">It names a column that there is not, or not any more (CAIRN3010).</exception>
    public string ToPhysical(string expression)
    {
        foreach (var name in ColumnReferences.Certain(expression).Where(name => Find(name) is null))
        {
            Require(name);
        }

        return ColumnReferences.Rename(expression, Map(column => column.Logical, column => column.Physical));
    }

    /// <summary>An index in logical names.</summary>
    public string ToLogical(IndexText index) => index.WithColumns(Map(column => column.Physical, column => column.Logical));

    /// <summary>An index in physical names.</summary>
    public IndexText ToPhysical(IndexText index) => IndexText.Parse(index.Sql[..index.ListStart] + ToPhysical(index.Sql[index.ListStart..]));

    /// <summary>A physical name for a new column.</summary>
    public string FreeColumn(string wanted)
    {
        var name = wanted;
        for (var i = 1; Text.Find(name) is not null; i++)
        {
            name = i == 1 ? $"_cairn_{wanted}" : $"_cairn_{wanted}_{i}";
        }

        return name;
    }

    private Dictionary<string, string> Map(Func<DraftColumn, string> from, Func<DraftColumn, string> to) =>
        Columns.Where(column => column.Logical != column.Physical).ToDictionary(from, to, SqliteNames.Comparer);
}
