using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>
/// Which object hangs on which, read from their texts: the order in which they can be made. A name that only looks like another's does no harm, since a ring of mentions
/// is cut where it closes.
/// </summary>
internal static class Mentions
{
    private static readonly ObjectKind[] Types = [ObjectKind.Enum, ObjectKind.Domain, ObjectKind.CompositeType];

    /// <summary>The objects, each after those of them that it hangs on.</summary>
    public static IReadOnlyList<SnapshotObject> InOrder(IReadOnlyList<SnapshotObject> objects)
    {
        var nodes = objects.ToDictionary(found => found, found => (Text: TextOf(found), Name: BareName(found)), (IEqualityComparer<SnapshotObject>)ReferenceEqualityComparer.Instance);
        var (order, seen) = (new List<SnapshotObject>(), new HashSet<SnapshotObject>(ReferenceEqualityComparer.Instance));
        foreach (var found in objects)
        {
            Visit(found);
        }

        return order;

        void Visit(SnapshotObject found)
        {
            if (!seen.Add(found))
            {
                return;
            }

            foreach (var other in objects.Where(other => !ReferenceEquals(other, found) && HangsOn(found, other)))
            {
                Visit(other);
            }

            order.Add(found);
        }

        bool HangsOn(SnapshotObject found, SnapshotObject other) => other.Kind switch
        {
            ObjectKind.Extension => true,
            ObjectKind.Schema => found.Name.StartsWith(other.Name + ".", StringComparison.Ordinal),
            ObjectKind.Table when found.Kind == ObjectKind.Table => IsParent(other, found) || RefersTo(found, other),
            _ => MayHangOn(found.Kind, other.Kind) && Mention(nodes[found].Text, nodes[other].Name),
        };
    }

    /// <summary>Whether the object's text has that object's name in it.</summary>
    public static bool Mention(SnapshotObject found, SnapshotObject other) => Mention(TextOf(found), BareName(other));

    /// <summary>Whether a routine takes or gives rows of that table: then it hangs on it, whatever its body says.</summary>
    public static bool InSignature(SnapshotObject routine, SnapshotObject table) => Mention($"{routine.Name[(routine.Name.IndexOf('(') + 1)..]} {routine["returns"]}", BareName(table));

    /// <summary>Whether a table is made of another one: its partition, or its heir.</summary>
    public static bool IsParent(SnapshotObject parent, SnapshotObject table) =>
        table["partition of"] == parent.Name || table.List("inherits").Contains(parent.Name, StringComparer.Ordinal);

    /// <summary>Whether a foreign key of one table refers to the other.</summary>
    public static bool RefersTo(SnapshotObject table, SnapshotObject other) => table.Of(ObjectKind.ForeignKey).Any(key => key[FactNames.References] == other.Name);

    private static bool MayHangOn(ObjectKind kind, ObjectKind other) => kind switch
    {
        ObjectKind.Extension or ObjectKind.Schema or ObjectKind.Enum or ObjectKind.Sequence => false,
        ObjectKind.Domain or ObjectKind.CompositeType => Types.Contains(other) || other is ObjectKind.Routine or ObjectKind.Table,
        ObjectKind.Table => Types.Contains(other) || other is ObjectKind.Routine or ObjectKind.Sequence,
        _ => true,
    };

    /// <summary>All of an object that others are named in: not the names of its columns, and not what is made after all others.</summary>
    private static string TextOf(SnapshotObject found) => string.Join('\n', Texts(found));

    private static IEnumerable<string> Texts(SnapshotObject found)
    {
        var skipped = found.Kind is ObjectKind.Index or ObjectKind.PrimaryKey or ObjectKind.Unique ? "" : FactNames.Columns;
        var facts = found.Facts.Where(fact => fact.Name is not (FactNames.Comment or "grants" or "owned by") && fact.Name != skipped);
        return facts.SelectMany(fact => fact.Values)
            .Concat(found.Children.Where(child => child.Kind is not (ObjectKind.ForeignKey or ObjectKind.Trigger or ObjectKind.Policy or ObjectKind.Rule)).SelectMany(Texts))
            .Concat(found.Kind == ObjectKind.Routine ? [found.Name] : []);
    }

    private static string BareName(SnapshotObject found)
    {
        var name = found.Kind == ObjectKind.Routine && found.Name.IndexOf('(') is > 0 and var open ? found.Name[..open] : found.Name;
        return name[(name.IndexOf('.') + 1)..];
    }

    private static bool Mention(string text, string name)
    {
        for (var at = text.IndexOf(name, StringComparison.OrdinalIgnoreCase); at >= 0; at = text.IndexOf(name, at + 1, StringComparison.OrdinalIgnoreCase))
        {
            if ((at == 0 || !IsOfWord(text[at - 1])) && (at + name.Length == text.Length || !IsOfWord(text[at + name.Length])))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsOfWord(char letter) => char.IsLetterOrDigit(letter) || letter == '_';
}
