using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>The plan as a whole: what goes, what comes, what is made anew, and in which order.</summary>
internal sealed class ObjectChanges(ChangeScope scope, SchemaDiff diff)
{
    private static readonly ObjectKind[] Views = [ObjectKind.View, ObjectKind.MaterializedView];

    private readonly ChangeWords words = ChangeWords.For(scope);
    private readonly List<ObjectDifference> top = [.. diff.Differences.Where(difference => difference.Parent is null)];

    public void Plan()
    {
        DataLosses.Note(scope, diff);
        var removed = top.Where(difference => difference.Kind == DifferenceKind.Removed).Select(difference => difference.Before!).ToList();
        var added = top.Where(difference => difference.Kind == DifferenceKind.Added).Select(difference => difference.After!).ToList();
        var anew = Anew(removed);
        var tables = TableDifference.All(scope, diff).Where(table => !anew.Any(found => Same(found, table.After))).ToList();

        var ownForeignKeys = new ForeignKeyChanges(scope, words, tables, removed);
        ownForeignKeys.Drop();
        DropDependents(tables);
        DropEarly(removed, anew);

        var made = added.Concat(anew.Select(found => scope.Wanted.Find(found.Kind, found.Name)!))
            .Concat(tables.Where(table => table.IsStructural).Select(table => table.After))
            .Concat(top.Where(difference => difference.Kind == DifferenceKind.Changed && !anew.Exists(found => Same(found, difference.After!)) && difference.After!.Kind != ObjectKind.Table)
                .Select(difference => difference.After!))
            .Distinct(ReferenceEqualityComparer.Instance).Cast<SnapshotObject>();
        var creation = new ObjectCreation(scope, words);
        creation.Begin([.. added, .. anew]);
        foreach (var found in Mentions.InOrder([.. made.OrderBy(found => found.Kind)]))
        {
            if (tables.Find(table => ReferenceEquals(table.After, found)) is { } changed)
            {
                new TableChanges(scope, words, changed).Plan();
            }
            else if (added.Contains(found) || anew.Exists(old => Same(old, found)))
            {
                creation.Create(found);
            }
            else
            {
                new FactChanges(scope, words).Plan(top.First(difference => ReferenceEquals(difference.After, found)), parent: null);
            }
        }

        ownForeignKeys.Add();
        AddDependents(tables);
        DropLate(removed, anew);
    }

    private static bool Same(SnapshotObject one, SnapshotObject other) => one.Kind == other.Kind && one.Name == other.Name;

    /// <summary>What is dropped and made again: views that changed, and on PostgreSQL those that would stand in the way of others.</summary>
    private List<SnapshotObject> Anew(IReadOnlyList<SnapshotObject> removed)
    {
        var anew = top.Where(difference => difference.Kind == DifferenceKind.Changed && words.IsMadeAnew(difference)).Select(difference => difference.Before!).ToList();
        if (!words.ViewsHoldOn)
        {
            return anew;
        }

        var moved = TableDifference.All(scope, diff).Where(table => table.MovesColumns).Select(table => table.Before).Concat(removed).Concat(anew).ToList();
        for (var index = 0; index < moved.Count; index++)
        {
            var others = scope.Current.Objects.Where(found => Views.Contains(found.Kind) && !moved.Exists(known => Same(known, found))
                && scope.Wanted.Find(found.Kind, found.Name) is not null && Mentions.Mention(found, moved[index])).ToList();
            moved.AddRange(others);
            anew.AddRange(others);
        }

        return anew;
    }

    /// <summary>Triggers, rules and the like of tables that stay.</summary>
    private void DropDependents(IReadOnlyList<TableDifference> tables)
    {
        foreach (var table in tables)
        {
            foreach (var dependent in table.Dependents.Where(dependent => dependent.Before is not null && (dependent.After is null || words.IsMadeAnew(dependent))))
            {
                scope.First.AddRange(words.Drop(dependent.Before!, table.Before));
            }
        }

        foreach (var dependent in Standing().Where(dependent => dependent.Before is not null && (dependent.After is null || words.IsMadeAnew(dependent))))
        {
            scope.First.AddRange(words.Drop(dependent.Before!, dependent.Parent));
        }
    }

    private void AddDependents(IReadOnlyList<TableDifference> tables)
    {
        var creation = new ObjectCreation(scope, words);
        foreach (var (difference, parent) in tables.SelectMany(table => table.Dependents.Select(found => (found, table.After))).Concat(Standing().Select(found => (found, found.Parent!))))
        {
            if (difference.Before is not null && difference.After is not null && !words.IsMadeAnew(difference))
            {
                new FactChanges(scope, words).Plan(difference, parent);
            }
            else if (difference.After is not null)
            {
                creation.CreatePart(difference.After, parent);
            }
        }
    }

    /// <summary>What changed of views that stay themselves.</summary>
    private IEnumerable<ObjectDifference> Standing() => diff.Differences.Where(difference =>
        difference.Parent is { } parent && Views.Contains(parent.Kind) && !top.Exists(own => own.After is { } view && Same(view, parent) && words.IsMadeAnew(own)));

    private void DropEarly(IReadOnlyList<SnapshotObject> removed, IReadOnlyList<SnapshotObject> anew)
    {
        var tables = removed.Where(found => found.Kind == ObjectKind.Table).ToList();
        var early = removed.Concat(anew).Where(found => IsEarly(found, anew, tables)).OrderBy(found => found.Kind).ToList();
        foreach (var found in Mentions.InOrder(early).Reverse())
        {
            scope.First.AddRange(words.Drop(found, parent: null));
        }
    }

    private void DropLate(IReadOnlyList<SnapshotObject> removed, IReadOnlyList<SnapshotObject> anew)
    {
        var tables = removed.Where(found => found.Kind == ObjectKind.Table).ToList();
        foreach (var found in Mentions.InOrder([.. removed.Where(found => !IsEarly(found, anew, tables)).OrderBy(found => found.Kind)]).Reverse())
        {
            scope.Last.AddRange(words.Drop(found, parent: null));
        }
    }

    /// <summary>What nothing new can need: the rest (types, sequences, functions) may stand in the tables' definitions until these are changed.</summary>
    private bool IsEarly(SnapshotObject found, IReadOnlyList<SnapshotObject> anew, IReadOnlyList<SnapshotObject> tables) =>
        anew.Contains(found) || Views.Contains(found.Kind) || found.Kind == ObjectKind.Event
        // SQLite's tables go when those that refer to them have been rebuilt.
        || (found.Kind == ObjectKind.Table && scope.Client != Client.Sqlite)
        || (found.Kind == ObjectKind.Routine && tables.Any(table => Mentions.InSignature(found, table)));
}
