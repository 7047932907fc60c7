using System.Globalization;

namespace Cairn.Runtime.Migrations.Namings;

/// <summary>Versions that are a time of day.</summary>
internal static class Seconds
{
    /// <summary>That time, or the first second after it that is free.</summary>
    public static string Next(DateTimeOffset now, string format, IReadOnlyCollection<MigrationVersion> taken)
    {
        var used = taken.ToHashSet();
        while (true)
        {
            var version = now.ToString(format, CultureInfo.InvariantCulture);
            if (!used.Contains(new MigrationVersion(version)))
            {
                return version;
            }

            now = now.AddSeconds(1);
        }
    }
}
