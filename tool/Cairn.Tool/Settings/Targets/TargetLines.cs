namespace Cairn.Tool.Settings.Targets;

/// <summary>The plain form: one <c>name = connection</c> a line; empty lines and lines that begin with <c>#</c> say nothing.</summary>
internal static class TargetLines
{
    /// <summary>The entries; what is wrong goes to <paramref name="errors"/>, line by line.</summary>
    public static IReadOnlyList<TargetEntry> Read(string text, TargetPlace place, List<CairnException> errors)
    {
        var entries = new List<TargetEntry>();
        var number = 0;
        foreach (var written in text.Split('\n'))
        {
            number++;
            var line = written.Trim();
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var equals = line.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0)
            {
                errors.Add(place.Wrong("this line has no '='.", "Write name = connection: acme = postgres://user@host/acme.", number));
                continue;
            }

            entries.Add(new TargetEntry(line[..equals].TrimEnd(), line[(equals + 1)..].TrimStart(), number));
        }

        return entries;
    }
}
