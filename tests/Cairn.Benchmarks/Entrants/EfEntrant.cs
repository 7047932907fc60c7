using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Measurements;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>EF Core: a published program that calls <c>Database.Migrate()</c>, as a migration bundle does; its migrations are compiled before.</summary>
internal sealed class EfEntrant(string folder) : Entrant("EF Core")
{
    private readonly Dictionary<string, string?> known = new(StringComparer.Ordinal);

    public override string Table => "\"__EFMigrationsHistory\"";

    public override string? WhyNot(string engine, int applied, int total)
    {
        if (engine == EngineNames.MariaDb)
        {
            return "EF Core's provider needs MySqlConnector, which the registry lacks";
        }

        if (total != 1000)
        {
            return "only with 1,000 migrations: each number needs a program of its own";
        }

        if (!known.TryGetValue(engine, out var reason))
        {
            known[engine] = reason = EfProgram.Publish(Path.Combine(folder, engine), engine, total);
        }

        return reason;
    }

    public override async Task PrepareAsync(Stage stage)
    {
        Directory.CreateDirectory(stage.Folder);
        await stage.RenewAsync();
        if (stage.Applied > 0)
        {
            await stage.Database.ExecuteAsync($"create table {Table} (\"MigrationId\" varchar(150) not null primary key, \"ProductVersion\" varchar(32) not null)");
            await stage.InsertAsync(Table, "\"MigrationId\", \"ProductVersion\"", Enumerable.Range(1, stage.Applied).Select(number => $"('{History.TimeName(number)}', '10.0.0')"));
            await stage.CreateLastTableAsync();
        }
    }

    public override async Task UndoLastAsync(Stage stage)
    {
        await stage.Database.ExecuteAsync($"drop table {History.Table(stage.Total)}");
        await stage.Database.ExecuteAsync($"delete from {Table} where \"MigrationId\" = '{History.TimeName(stage.Total)}'");
    }

    public override ProcessCall Call(Stage stage) =>
        new(Path.Combine(folder, stage.Engine, "published", "Peer"), [Connections.Text(stage)], stage.Folder);
}
