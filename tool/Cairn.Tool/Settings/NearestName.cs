namespace Cairn.Tool.Settings;

/// <summary>Finds what the user most likely meant.</summary>
internal static class NearestName
{
    /// <summary>The known name with the fewest changed letters, or null where none is near.</summary>
    public static string? Of(string given, IEnumerable<string> known)
    {
        var best = known
            .Select(name => (Name: name, Distance: Distance(given.ToLowerInvariant(), name.ToLowerInvariant())))
            .OrderBy(candidate => candidate.Distance)
            .ThenBy(candidate => candidate.Name, StringComparer.Ordinal)
            .FirstOrDefault();
        return best.Name is not null && best.Distance <= Math.Max(2, given.Length / 3) ? best.Name : null;
    }

    /// <summary>A sentence for a fix: <c>Did you mean 'x'?</c>, and the whole list.</summary>
    public static string Hint(string given, IReadOnlyCollection<string> known)
    {
        var list = "Known: " + string.Join(", ", known) + ".";
        return Of(given, known) is { } near ? $"Did you mean '{near}'? {list}" : list;
    }

    private static int Distance(string a, string b)
    {
        var row = Enumerable.Range(0, b.Length + 1).ToArray();
        for (var i = 1; i <= a.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                var changed = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(changed, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[b.Length];
    }
}
