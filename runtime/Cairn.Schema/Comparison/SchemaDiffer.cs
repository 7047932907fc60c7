using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison;

/// <summary>Finds what two structures do not have alike. Pure. An object that was renamed is one that is gone and one that is new.</summary>
public static class SchemaDiffer
{
    /// <summary>The fact under which a changed order of columns is told.</summary>
    public const string ColumnOrder = "column order";

    /// <summary>Compares two structures of the same kind of database.</summary>
    /// <param name="before">The first.</param>
    /// <param name="after">The second.</param>
    public static SchemaDiff Compare(SchemaSnapshot before, SchemaSnapshot after)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        return new SchemaDiff([.. Compare(before.Objects, after.Objects, parent: null)]);
    }

    private static IEnumerable<ObjectDifference> Compare(IReadOnlyList<SnapshotObject> before, IReadOnlyList<SnapshotObject> after, SnapshotObject? parent)
    {
        var (old, current) = (ByKey(before), ByKey(after));
        return old.Keys.Union(current.Keys)
            .Select(key => (Before: old.GetValueOrDefault(key), After: current.GetValueOrDefault(key)))
            .OrderBy(pair => (pair.Before ?? pair.After)!.Kind)
            .SelectMany(pair => Compare(pair.Before, pair.After, parent));
    }

    private static IEnumerable<ObjectDifference> Compare(SnapshotObject? before, SnapshotObject? after, SnapshotObject? parent)
    {
        if (before is null || after is null)
        {
            return [new ObjectDifference(before, after, parent)];
        }

        var children = Compare(before.Children, after.Children, after).ToList();
        var facts = Facts(before, after).ToList();
        if (children.Count > 0 || facts.Exists(fact => fact.Name != FactNames.Definition))
        {
            // The whole text differs wherever a part does: it is told only where it alone does.
            facts.RemoveAll(fact => fact.Name == FactNames.Definition);
        }

        return facts.Count == 0 ? children : children.Prepend(new ObjectDifference(before, after, parent) { Facts = facts });
    }

    private static IEnumerable<FactDifference> Facts(SnapshotObject before, SnapshotObject after)
    {
        foreach (var name in before.Facts.Concat(after.Facts).Where(fact => fact.IsCompared).Select(fact => fact.Name).Distinct(StringComparer.Ordinal))
        {
            var (was, found) = (before.Find(name), after.Find(name));
            if (!Equals(was, found))
            {
                yield return new FactDifference(name, was?.Text, found?.Text);
            }
        }

        // A column that is new or gone moves the others without changing their order.
        var (wasOrder, foundOrder) = (Order(before, after), Order(after, before));
        if (!wasOrder.SequenceEqual(foundOrder, StringComparer.Ordinal))
        {
            yield return new FactDifference(ColumnOrder, string.Join(", ", wasOrder), string.Join(", ", foundOrder));
        }
    }

    private static List<string> Order(SnapshotObject table, SnapshotObject other)
    {
        var common = other.Of(ObjectKind.Column).Select(column => column.Name).ToHashSet(StringComparer.Ordinal);
        return [.. table.Of(ObjectKind.Column).Select(column => column.Name).Where(common.Contains)];
    }

    /// <summary>Objects known by their content may be there twice: the second one is another than the first.</summary>
    private static Dictionary<(ObjectKind Kind, string Name, int Number), SnapshotObject> ByKey(IReadOnlyList<SnapshotObject> objects) => objects
        .GroupBy(found => (found.Kind, found.Name))
        .SelectMany(group => group.Select((found, number) => (Key: (group.Key.Kind, group.Key.Name, number), found)))
        .ToDictionary(pair => pair.Key, pair => pair.found);
}
