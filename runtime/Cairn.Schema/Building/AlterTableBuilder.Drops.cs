using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

// The drops take columns and derive the name that a creation over these columns gave; DropsByName.cs has those that take a name.
public sealed partial class AlterTableBuilder
{
    /// <summary>Drops a column.</summary>
    /// <param name="name">The column.</param>
    /// <param name="definition">The column as it is, where the drop shall be reversible in a <c>Change</c>.</param>
    /// <example><code>table.DropColumn("note", old => old.String("note", 80).NotNull());</code></example>
    /// <exception cref="CairnException">The definition is of another column (CAIRN3013).</exception>
    public AlterTableBuilder DropColumn(string name, Action<TableBuilder>? definition = null)
    {
        var drop = new DropColumn(Named(name));
        if (definition is null)
        {
            return Record(drop);
        }

        var builder = new TableBuilder(Subject, Scope);
        definition(builder);
        var parts = builder.Finish();
        return parts.OfType<AddColumn>().ToList() is [var only] && only.Column.Name == name
            ? Record(drop with { Definition = only.Column, Companions = [.. parts.Where(part => part != only)] })
            : throw Require.Error($"The definition given to DropColumn(\"{name}\") is not of that column alone.", $"Define {name}, and only it.");
    }

    /// <summary>Drops columns.</summary>
    /// <param name="names">The columns.</param>
    public AlterTableBuilder DropColumns(params IReadOnlyList<string> names) => DropEach(names, ifExists: false);

    /// <summary>Drops a column; where there is none, nothing is done.</summary>
    /// <param name="name">The column.</param>
    public AlterTableBuilder DropColumnIfExists(string name) => Record(new DropColumn(Named(name), IfExists: true));

    /// <summary>Drops those of the columns that are there.</summary>
    /// <param name="names">The columns.</param>
    public AlterTableBuilder DropColumnsIfExist(params IReadOnlyList<string> names) => DropEach(names, ifExists: true);

    /// <summary>Drops the columns of <see cref="TableBuilder.Timestamps"/>.</summary>
    public AlterTableBuilder DropTimestamps()
    {
        var builder = new TableBuilder(Subject, Scope);
        builder.Timestamps();
        foreach (var column in builder.Finish().OfType<AddColumn>())
        {
            Add(new DropColumn(column.Column.Name) { Definition = column.Column });
        }

        return this;
    }

    /// <summary>Drops those of the columns of <see cref="TableBuilder.Timestamps"/> that are there.</summary>
    public AlterTableBuilder DropTimestampsIfExist() => DropEach(["created_at", "updated_at"], ifExists: true);

    /// <summary>Drops the primary key, whatever its name.</summary>
    /// <param name="columns">Its columns, where the drop shall be reversible in a <c>Change</c>.</param>
    public AlterTableBuilder DropPrimary(params IReadOnlyList<string> columns) =>
        Record(new DropPrimaryKey(NameGenerator.PrimaryKey(Subject.Name)) { Columns = columns is { Count: 0 } ? [] : Require.Columns(columns, "DropPrimary") });

    /// <summary>Drops the primary key; where there is none, nothing is done.</summary>
    public AlterTableBuilder DropPrimaryIfExists() => Record(new DropPrimaryKey(NameGenerator.PrimaryKey(Subject.Name), IfExists: true));

    /// <summary>Drops the unique constraint over these columns.</summary>
    /// <param name="columns">Its columns, in the order of its creation.</param>
    public AlterTableBuilder DropUnique(params IReadOnlyList<string> columns) => Record(Unique(columns, ifExists: false));

    /// <summary>Drops the unique constraint over these columns; where there is none, nothing is done.</summary>
    /// <param name="columns">Its columns, in the order of its creation.</param>
    public AlterTableBuilder DropUniqueIfExists(params IReadOnlyList<string> columns) => Record(Unique(columns, ifExists: true));

    /// <summary>Drops the index over these columns.</summary>
    /// <param name="columns">Its columns, in the order of its creation.</param>
    public AlterTableBuilder DropIndex(params IReadOnlyList<string> columns) => Record(Index(columns, ifExists: false));

    /// <summary>Drops the index over these columns; where there is none, nothing is done.</summary>
    /// <param name="columns">Its columns, in the order of its creation.</param>
    public AlterTableBuilder DropIndexIfExists(params IReadOnlyList<string> columns) => Record(Index(columns, ifExists: true));

    /// <summary>Drops the foreign key over these columns.</summary>
    /// <param name="columns">The referring columns, in the order of its creation.</param>
    public AlterTableBuilder DropForeign(params IReadOnlyList<string> columns) => Record(Foreign(columns, ifExists: false));

    /// <summary>Drops the foreign key over these columns; where there is none, nothing is done.</summary>
    /// <param name="columns">The referring columns, in the order of its creation.</param>
    public AlterTableBuilder DropForeignIfExists(params IReadOnlyList<string> columns) => Record(Foreign(columns, ifExists: true));

    /// <summary>Drops the (first) check of a column.</summary>
    /// <param name="column">The column.</param>
    public AlterTableBuilder DropCheck(string column) => Record(new DropCheck(NameGenerator.Check(Subject.Name, Named(column))));

    /// <summary>Drops the (first) check of a column; where there is none, nothing is done.</summary>
    /// <param name="column">The column.</param>
    public AlterTableBuilder DropCheckIfExists(string column) => Record(new DropCheck(NameGenerator.Check(Subject.Name, Named(column)), IfExists: true));

    private DropUnique Unique(IReadOnlyList<string> columns, bool ifExists) =>
        new(NameGenerator.Unique(Subject.Name, Require.Columns(columns, "DropUnique")), [.. columns], ifExists);

    private DropIndex Index(IReadOnlyList<string> columns, bool ifExists)
    {
        var name = NameGenerator.Index(Subject.Name, Require.Columns(columns, "DropIndex"));
        return new DropIndex(name, ifExists) { Definition = new IndexDefinition(name, [.. columns.Select(column => new IndexColumn(column))]) };
    }

    private DropForeignKey Foreign(IReadOnlyList<string> columns, bool ifExists) =>
        new(NameGenerator.Foreign(Subject.Name, Require.Columns(columns, "DropForeign")), [.. columns], ifExists);

    private AlterTableBuilder DropEach(IReadOnlyList<string> names, bool ifExists)
    {
        foreach (var name in Require.Columns(names, "DropColumns"))
        {
            Add(new DropColumn(name, ifExists));
        }

        return this;
    }
}
