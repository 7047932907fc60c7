using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Finds the version that a mistyped one was meant to be.</summary>
internal static class NearestVersion
{
    private const int MostEdits = 3;

    /// <summary>The one that the text begins with (a file's name was given), else the one with the fewest edits; null where none is near.</summary>
    public static MigrationVersion? Find(string text, IEnumerable<MigrationVersion> known)
    {
        (MigrationVersion? Version, int Score) best = (null, MostEdits + 1);
        var name = Path.GetFileName(text.Trim()).ToUpperInvariant();
        foreach (var version in known)
        {
            var candidate = version.Text.ToUpperInvariant();
            var score = name.Length > candidate.Length + 1 && name.StartsWith(candidate, StringComparison.Ordinal) && !char.IsLetterOrDigit(name[candidate.Length])
                ? 0
                : Edits(name, candidate);
            if (score < best.Score && score < candidate.Length)
            {
                best = (version, score);
            }
        }

        return best.Version;
    }

    /// <summary>Insertions, deletions and replacements between the two.</summary>
    private static int Edits(string x, string y)
    {
        if (Math.Abs(x.Length - y.Length) > MostEdits)
        {
            return MostEdits + 1;
        }

        var previous = Enumerable.Range(0, y.Length + 1).ToArray();
        var current = new int[y.Length + 1];
        for (var i = 1; i <= x.Length; i++)
        {
            current[0] = i;
            for (var j = 1; j <= y.Length; j++)
            {
                var replace = previous[j - 1] + (x[i - 1] == y[j - 1] ? 0 : 1);
                current[j] = Math.Min(replace, Math.Min(previous[j], current[j - 1]) + 1);
            }

            (previous, current) = (current, previous);
        }

        return previous[y.Length];
    }
}
