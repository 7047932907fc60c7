using Cairn.Runtime.Drills.Reports;
using Cairn.Schema.Comparison;
using Cairn.Schema.Snapshots;

namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>The structure before and after up, object by object, with what differs marked. What up does not touch is left out.</summary>
internal static class StructureSection
{
    public static void Write(HtmlText page, MigrationDrill drill)
    {
        if (drill is not { Before: { } before, After: { } after })
        {
            return;
        }

        var differences = SchemaDiffer.Compare(before, after).Differences;
        if (differences.Count == 0)
        {
            page.Add("p", "Up changes nothing in the structure.", "plain");
            return;
        }

        page.Open("details", null, " open").Add("summary", $"What up changes in the structure ({differences.Count})");
        foreach (var (kind, name) in differences.Select(difference => difference.Parent ?? difference.Subject).Select(found => (found.Kind, found.Name)).Distinct())
        {
            Pair(page, before.Find(kind, name), after.Find(kind, name));
        }

        page.Close("details");
    }

    private static void Pair(HtmlText page, SnapshotObject? before, SnapshotObject? after)
    {
        var subject = (after ?? before)!;
        page.Open("div", "scroll").Open("table", "structure").Open("caption").Say(subject.Describe(null)).Close("caption");
        page.Open("thead").Open("tr").Add("th", "").Add("th", "before").Add("th", "after up").Close("tr", "thead").Open("tbody");
        Row(page, subject.Kind.Word(), before is null ? null : Facts(before), after is null ? null : Facts(after));
        var old = ByKey(before);
        var current = ByKey(after);
        foreach (var key in old.Keys.Union(current.Keys).OrderBy(key => key.Kind))
        {
            var (was, found) = (old.GetValueOrDefault(key), current.GetValueOrDefault(key));
            Row(page, $"{key.Kind.Word()} {key.Name}", was is null ? null : Facts(was), found is null ? null : Facts(found));
        }

        page.Close("tbody", "table", "div");
    }

    private static void Row(HtmlText page, string name, string? before, string? after)
    {
        var style = before == after ? "same" : before is null ? "added" : after is null ? "removed" : "changed";
        var mark = style switch { "added" => "+ ", "removed" => "− ", "changed" => "~ ", _ => "" };
        page.Open("tr", style).Add("th", mark + name);
        Cell(page, before, style == "same" ? null : "del");
        Cell(page, after, style == "same" ? null : "ins");
        page.Close("tr");
    }

    private static void Cell(HtmlText page, string? value, string? element)
    {
        page.Open("td");
        if (value is not null && element is not null)
        {
            page.Add(element, value);
        }
        else
        {
            page.Say(value ?? "–");
        }

        page.Close("td");
    }

    private static string Facts(SnapshotObject found)
    {
        var facts = found.Facts.Where(fact => fact.IsCompared).Select(fact => fact.ToString()).ToList();
        return facts.Count == 0 ? "exists" : string.Join("; ", facts);
    }

    private static Dictionary<(ObjectKind Kind, string Name, int Number), SnapshotObject> ByKey(SnapshotObject? parent) => (parent?.Children ?? [])
        .GroupBy(child => (child.Kind, child.Name))
        .SelectMany(group => group.Select((child, number) => (Key: (group.Key.Kind, group.Key.Name, number), child)))
        .ToDictionary(pair => pair.Key, pair => pair.child);
}
