using Cairn.Runtime.Migrations;

namespace Cairn.Scripting.Formats;

/// <summary>What going down has from going up.</summary>
internal static class Inheritance
{
    /// <summary>What was never done on a database is not undone there; tags find the migration as a whole.</summary>
    public static MigrationOptions ForDown(this MigrationOptions down, MigrationOptions up) => down with
    {
        Clients = down.Clients.Count > 0 ? down.Clients : up.Clients,
        Tags = [.. up.Tags.Union(down.Tags)],
    };
}
