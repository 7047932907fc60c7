using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Shops;

/// <summary>A shop with something of everything that a database has.</summary>
internal static class RichShop
{
    public static async Task MakeAsync(TestDatabase database)
    {
        var name = EngineNames.NeedsDriver(database.Engine) ? "mysql" : database.Engine;
        var text = await File.ReadAllTextAsync(Path.Combine(AppContext.BaseDirectory, "Shops", $"{name}.sql"), TestContext.Current.CancellationToken);
        foreach (var statement in text.Split("\n//\n").Where(part => database.Engine == EngineNames.MariaDb || !part.StartsWith("-- mariadb", StringComparison.Ordinal)))
        {
            await database.ExecuteAsync(statement);
        }
    }
}
