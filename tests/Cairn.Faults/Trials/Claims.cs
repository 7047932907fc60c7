using System.Text.RegularExpressions;
using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Databases;
using Cairn.Faults.Workers;

namespace Cairn.Faults.Trials;

/// <summary>Holds what a run said that lived through its fault to what is in the database, before the next run mends it.</summary>
internal static partial class Claims
{
    /// <summary>How a run may tell that its connection was lost.</summary>
    private static readonly string[] Lost = [ErrorCodes.ConnectionLost, ErrorCodes.Unreachable];

    /// <summary>What was false; null where nothing was.</summary>
    public static async Task<string?> FindFalseAsync(TestDatabase database, IReadOnlyList<string> expected, bool up, JobEnd end)
    {
        if (end.Code is null)
        {
            return expected.SequenceEqual(await Digest.OfAsync(database), StringComparer.Ordinal) ? null : "it told success, and the database is not as after one";
        }

        if (!Lost.Contains(end.Code, StringComparer.Ordinal))
        {
            return $"it lost its connection, and told {end.Code}";
        }

        if (RolledBack().Match(end.Message ?? "") is { Success: true } claim)
        {
            var version = claim.Groups["version"].Value;
            var tables = await database.TablesAsync();
            var applied = tables.Contains("cairn_migrations", StringComparer.Ordinal)
                && await database.ScalarAsync($"select count(*) from cairn_migrations where version = '{version}'") != "0";
            return applied == up ? $"it told that {version} was rolled back, and it was {(up ? "recorded" : "taken out of the record")}" : null;
        }

        return null;
    }

    [GeneratedRegex(@"(?<version>\w+) was rolled back: the database is as it was before it", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RolledBack();
}
