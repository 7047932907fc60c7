using System.Text.RegularExpressions;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Which changes lose data.</summary>
internal static partial class DataLosses
{
    private static readonly string[] Whole = ["tinyint", "smallint", "mediumint", "integer", "int", "bigint"];

    /// <summary>Notes what the differences lose.</summary>
    public static void Note(ChangeScope scope, SchemaDiff diff)
    {
        foreach (var difference in diff.Differences)
        {
            if (Of(scope, difference) is { } what)
            {
                var table = difference.Subject.Kind == ObjectKind.Table ? difference.Subject : difference.Parent;
                scope.Losses.Add(new DataLoss(difference.Name, what, table is null ? null : scope.Named(table.Name)));
            }
        }
    }

    private static string? Of(ChangeScope scope, ObjectDifference difference) => (difference.Subject.Kind, difference.Kind) switch
    {
        (ObjectKind.Table or ObjectKind.Column or ObjectKind.Partition, DifferenceKind.Removed) => "is dropped",
        (ObjectKind.Sequence, DifferenceKind.Removed) when difference.Before!["owned by"] is null => "is dropped, and with it how far it has counted",
        (ObjectKind.Column, DifferenceKind.Changed) => OfColumn(difference.Before!, difference.After!),
        (ObjectKind.Column, DifferenceKind.Added) when IsEmptyByForce(scope, difference.After!) => "is added without a default, and allows no null",
        _ => null,
    };

    private static bool IsEmptyByForce(ChangeScope scope, SnapshotObject column) =>
        column[FactNames.Nullable] == "no" && column[FactNames.Default] is null && column[FactNames.Identity] is null && column[FactNames.Generated] is null
        && scope.Client is not Client.Sqlite;

    private static string? OfColumn(SnapshotObject before, SnapshotObject after)
    {
        var (was, now) = (before[FactNames.Type]!, after[FactNames.Type]!);
        if (was != now && !IsWider(was, now))
        {
            return $"changes from {was} to {now}, which may not hold all values";
        }

        if (before[FactNames.Charset] != after[FactNames.Charset] && before[FactNames.Charset] is not null)
        {
            return $"changes its character set from {before[FactNames.Charset]} to {after[FactNames.Charset] ?? "the table's"}, which may not hold all letters";
        }

        if (after[FactNames.Generated] is { } expression && before[FactNames.Generated] != expression && before[FactNames.Generated] is null)
        {
            return "becomes a generated column";
        }

        return before[FactNames.Nullable] == "yes" && after[FactNames.Nullable] == "no" ? "allows no null any more" : null;
    }

    /// <summary>Whether every value of one type is one of the other, written alike.</summary>
    private static bool IsWider(string was, string now)
    {
        var (old, current) = (Parts().Match(was), Parts().Match(now));
        var (a, b) = (old.Groups["name"].Value, current.Groups["name"].Value);
        if (IsVariable(a) && IsVariable(b) && old.Groups["tail"].Value == current.Groups["tail"].Value)
        {
            return b == "text" || (a != "text" && (!current.Groups["one"].Success || (old.Groups["one"].Success && Number(old, "one") <= Number(current, "one"))));
        }

        if (Array.IndexOf(Whole, a) is >= 0 and var from && Array.IndexOf(Whole, b) is >= 0 and var to)
        {
            return from <= to && old.Groups["tail"].Value == current.Groups["tail"].Value;
        }

        return a == b && a is "numeric" or "decimal" && old.Groups["tail"].Value == current.Groups["tail"].Value
            && (!current.Groups["one"].Success || (old.Groups["one"].Success && Number(old, "two") <= Number(current, "two")
                && Number(old, "one") - Number(old, "two") <= Number(current, "one") - Number(current, "two")));
    }

    private static bool IsVariable(string name) => name is "varchar" or "character varying" or "text";

    private static int Number(Match match, string group) => match.Groups[group].Success ? int.Parse(match.Groups[group].Value, System.Globalization.CultureInfo.InvariantCulture) : 0;

    [GeneratedRegex(@"^(?<name>[a-z ]*[a-z])(?:\((?<one>\d{1,9})(?:, ?(?<two>\d{1,9}))?\))?(?<tail>.*)$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex Parts();
}
