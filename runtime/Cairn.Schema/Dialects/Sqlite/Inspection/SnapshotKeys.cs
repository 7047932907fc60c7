using Cairn.Schema.Dialects.Sqlite.Parsing;
using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.Sqlite.Inspection;

/// <summary>Keys, checks and indexes. It makes no difference whether a constraint stands with its column or on its own.</summary>
/// <param name="name">The table's name: a rebuild drops it where it stands before a column in a check.</param>
/// <param name="canonical">How expressions are written.</param>
/// <param name="primaryKeyOf">The primary key of a table, for foreign keys that do not say what they refer to.</param>
internal sealed class SnapshotKeys(string name, CanonicalSql canonical, Func<string, IReadOnlyList<string>> primaryKeyOf)
{
    /// <summary>Whether a constraint says more than there are facts for.</summary>
    public static bool SaysMore(ConstraintText constraint) => SqlTokenizer.Tokenize(constraint.Text).Any(token =>
        token.Is("CONFLICT") || (constraint.Kind is ConstraintKind.PrimaryKey or ConstraintKind.Unique && (token.Is("COLLATE") || token.Is("DESC"))));

    /// <summary>The constraints of a table.</summary>
    public IEnumerable<SnapshotObject> Read(TableText table) => table.Columns.SelectMany(column => column.Constraints)
        .Concat(table.Constraints.Select(item => item.Constraint))
        .Select(Read)
        .OfType<SnapshotObject>();

    /// <summary>
    /// An index. A unique one over plain columns is a unique constraint: it does the same, adding a constraint so spares the table's rebuild, and a constraint that was dropped comes back so.
    /// </summary>
    public SnapshotObject Index(SchemaObject found)
    {
        var index = IndexText.Parse(found.Sql!);
        var keys = index.Keys.Select(key => Key(key.Text, key.Column)).ToList();
        var isConstraint = index.IsUnique && index.Where is null && index.Columns.All(column => column is { IsExpression: false, Descending: false })
            && keys.SequenceEqual(index.Columns.Select(column => column.Name), StringComparer.Ordinal);
        var facts = new List<Fact> { new(FactNames.Columns, keys) };
        if (index.IsUnique && !isConstraint)
        {
            facts.Add(new Fact(FactNames.Unique, "yes"));
        }

        if (index.Where is not null)
        {
            facts.Add(new Fact(FactNames.Where, canonical.OfExpression(index.Where)));
        }

        return new SnapshotObject(isConstraint ? ObjectKind.Unique : ObjectKind.Index, found.Name) { Facts = [.. facts, new Fact(FactNames.Text, found.Sql!)] };
    }

    private static string Action(ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.SetNull => "set null",
        ForeignKeyAction.SetDefault => "set default",
        _ => action.ToString().ToLowerInvariant(),
    };

    private SnapshotObject? Read(ConstraintText constraint) => constraint.Kind switch
    {
        ConstraintKind.PrimaryKey => Key(ObjectKind.PrimaryKey, constraint),
        ConstraintKind.Unique => Key(ObjectKind.Unique, constraint),
        ConstraintKind.Check => Check(constraint),
        ConstraintKind.ForeignKey => ForeignKey(constraint),
        _ => null,
    };

    private SnapshotObject Key(ObjectKind kind, ConstraintText constraint) =>
        Of(kind, constraint, $"({string.Join(", ", constraint.Columns)})", [new Fact(FactNames.Columns, constraint.Columns)]);

    private SnapshotObject Check(ConstraintText constraint)
    {
        var expression = canonical.OfExpression(ColumnReferences.Unqualify(constraint.Expression, name));
        return Of(ObjectKind.Check, constraint, $"({expression})", [new Fact(FactNames.Expression, expression)]);
    }

    private SnapshotObject ForeignKey(ConstraintText constraint)
    {
        var key = constraint.ForeignKey!;
        var referenced = key.ReferencedColumns.Count > 0 ? key.ReferencedColumns : primaryKeyOf(key.ReferencedTable.Name);
        var facts = new List<Fact>
        {
            new(FactNames.Columns, key.Columns),
            new(FactNames.References, key.ReferencedTable.Name),
            new(FactNames.ReferencedColumns, referenced),
        };
        if (key.OnDelete != ForeignKeyAction.NoAction)
        {
            facts.Add(new Fact(FactNames.OnDelete, Action(key.OnDelete)));
        }

        if (key.OnUpdate != ForeignKeyAction.NoAction)
        {
            facts.Add(new Fact(FactNames.OnUpdate, Action(key.OnUpdate)));
        }

        if (key.Deferrable)
        {
            facts.Add(new Fact(FactNames.Deferrable, key.InitiallyDeferred ? "initially deferred" : "initially immediate"));
        }

        return Of(ObjectKind.ForeignKey, constraint, $"({string.Join(", ", key.Columns)}) references {key.ReferencedTable.Name} ({string.Join(", ", referenced)})", facts);
    }

    private SnapshotObject Of(ObjectKind kind, ConstraintText constraint, string content, IEnumerable<Fact> facts) => new(kind, constraint.Name ?? content)
    {
        Facts = SaysMore(constraint) ? [.. facts, new Fact("declared", canonical.Of(constraint.Text))] : [.. facts],
    };

    /// <summary>A key of an index: the column's name, or the expression in brackets; then its collation and direction.</summary>
    private string Key(string text, IndexColumn column)
    {
        var direction = column.Descending ? " desc" : "";
        if (column.IsExpression)
        {
            return $"({canonical.OfExpression(column.Name)}){direction}";
        }

        var tokens = SqlTokenizer.Tokenize(text);
        var collation = tokens.FindIndex(token => token.Is("COLLATE")) is > 0 and var at ? $" collate {tokens[at + 1].Name.ToUpperInvariant()}" : "";
        return $"{column.Name}{collation}{direction}";
    }
}
