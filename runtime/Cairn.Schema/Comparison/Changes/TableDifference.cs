using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>A table that is in both structures, with all in which it differs.</summary>
/// <param name="Before">The table as it is.</param>
/// <param name="After">The table as it shall be.</param>
/// <param name="Own">The table's own facts that differ; null where none do.</param>
/// <param name="Parts">What differs of what belongs to it.</param>
internal sealed record TableDifference(SnapshotObject Before, SnapshotObject After, ObjectDifference? Own, IReadOnlyList<ObjectDifference> Parts)
{
    private static readonly ObjectKind[] DependentKinds = [ObjectKind.Trigger, ObjectKind.Policy, ObjectKind.Rule, ObjectKind.Statistics];

    /// <summary>Triggers and the like: they can wait until all else is there.</summary>
    public IEnumerable<ObjectDifference> Dependents => Parts.Where(part => DependentKinds.Contains(part.Subject.Kind));

    /// <summary>Whether there is more to change than foreign keys and triggers.</summary>
    public bool IsStructural => Own is not null || Parts.Any(part => part.Subject.Kind != ObjectKind.ForeignKey && !DependentKinds.Contains(part.Subject.Kind));

    /// <summary>Whether a column goes, or becomes another: what PostgreSQL allows only where no view looks at it.</summary>
    public bool MovesColumns => Parts.Any(part => part.Subject.Kind == ObjectKind.Column
        && (part.Kind == DifferenceKind.Removed || part.Facts.Any(fact => fact.Name is FactNames.Type or FactNames.Collation or FactNames.Generated)));

    /// <summary>All of them.</summary>
    public static IReadOnlyList<TableDifference> All(ChangeScope scope, SchemaDiff diff)
    {
        var parts = diff.Differences.Where(difference => difference.Parent?.Kind == ObjectKind.Table).ToLookup(difference => difference.Parent!.Name, StringComparer.Ordinal);
        var own = diff.Differences.Where(difference => difference is { Parent: null, Kind: DifferenceKind.Changed, After.Kind: ObjectKind.Table })
            .ToDictionary(difference => difference.After!.Name, StringComparer.Ordinal);
        return
        [
            .. parts.Select(group => group.Key).Union(own.Keys, StringComparer.Ordinal)
                .Select(name => new TableDifference(
                    scope.Current.Find(ObjectKind.Table, name)!, scope.Wanted.Find(ObjectKind.Table, name)!, own.GetValueOrDefault(name), [.. parts[name]])),
        ];
    }
}
