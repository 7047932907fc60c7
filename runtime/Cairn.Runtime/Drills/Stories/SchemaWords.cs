using Cairn.Schema.Comparison;
using Cairn.Schema.Snapshots;

namespace Cairn.Runtime.Drills.Stories;

/// <summary>What two structures do not have alike, an object a line. Pure.</summary>
internal static class SchemaWords
{
    public static IEnumerable<string> Of(SchemaSnapshot before, SchemaSnapshot after) => SchemaDiffer.Compare(before, after).Differences.SelectMany(found => found.Kind switch
    {
        DifferenceKind.Removed => [$"{found.Name}: missing"],
        DifferenceKind.Added => [$"{found.Name}: was not there"],
        _ => found.Facts.Select(fact => $"{found.Name}: {fact.Describe()}"),
    });
}
