using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Planning;

/// <summary>Finds what a user names, or says what is nearest to it.</summary>
internal static class Known
{
    /// <summary>A version of the set or the history.</summary>
    public static MigrationVersion Version(Standing standing, string version) =>
        standing.Set.Find(version)?.Version ?? standing.History.Find(version)?.Version ?? throw Unknown(standing, version);

    /// <summary>An applied migration.</summary>
    public static AppliedMigration Applied(Standing standing, string version)
    {
        if (standing.History.Find(version) is { } row)
        {
            return row;
        }

        var known = standing.Set.Find(version) ?? throw Unknown(standing, version);
        throw new CairnException(ErrorCodes.NotApplied, $"{known.Version} ({known.Name}) is not applied.")
        {
            File = known.Path,
            Fix = "dotnet cairn migrate:list --applied shows what is.",
        };
    }

    public static void Steps(int steps)
    {
        if (steps < 1)
        {
            throw new CairnException(ErrorCodes.CommandLineInvalid, $"{steps} steps cannot be taken: it must be 1 or more.")
            {
                Fix = "Give --steps a number from 1 up.",
            };
        }
    }

    public static CairnException Unknown(Standing standing, string version)
    {
        var nearest = NearestVersion.Find(
            version, standing.Set.Migrations.Select(migration => migration.Version).Concat(standing.Missing.Select(row => row.Version)));
        return new CairnException(ErrorCodes.UnknownVersion, $"There is no migration with the version \"{version}\".")
        {
            Fix = nearest is null ? "dotnet cairn migrate:list shows all versions." : $"Did you mean {nearest}? dotnet cairn migrate:list shows all versions.",
        };
    }
}
