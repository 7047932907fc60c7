using System.Text.Json;
using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Measurements;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>knex, started by node directly: npx would add its own start.</summary>
internal sealed class KnexEntrant(string packages) : RecordingEntrant("knex")
{
    public override string Table => "knex_migrations";

    protected override string Columns => "name, batch, migration_time";

    private string Program => Path.Combine(packages, "node_modules", "knex", "bin", "cli.js");

    public override string? WhyNot(string engine, int applied, int total) =>
        Dotnet.Find("node") is null ? "there is no node"
        : !File.Exists(Program) ? "knex is not installed"
        : engine == EngineNames.Sqlite && !NodeModules.Has(packages, "better-sqlite3") ? "no SQLite driver for node could be installed"
        : null;

    public override ProcessCall Call(Stage stage) => new(Dotnet.Find("node")!, [Program, "migrate:latest", "--knexfile", Knexfile(stage)], stage.Folder);

    protected override void WriteSettings(Stage stage)
    {
        base.WriteSettings(stage);
        // It looks for itself from the project's folder.
        stage.Write("package.json", "{}");
        File.CreateSymbolicLink(stage.Path("node_modules"), Path.Combine(packages, "node_modules"));
    }

    protected override void WriteMigration(Stage stage, int number) => stage.Write($"migrations/{History.TimeName(number)}.js", KnexScript.Of(number));

    protected override string Row(int number) => $"('{History.TimeName(number)}.js', 1, '2020-01-01 00:00:00')";

    protected override string LastRow(int number) => $"name = '{History.TimeName(number)}.js'";

    private static string Knexfile(Stage stage)
    {
        object settings;
        if (stage.Database is SqliteDatabase sqlite)
        {
            settings = new { client = "better-sqlite3", connection = new { filename = sqlite.File }, useNullAsDefault = true };
        }
        else
        {
            var (user, password, host, port, database) = Connections.Parts(stage);
            settings = new { client = stage.Engine == EngineNames.Postgres ? "pg" : "mysql2", connection = new { host, port = int.Parse(port, System.Globalization.CultureInfo.InvariantCulture), user, password, database } };
        }

        stage.Write("knexfile.js", $"module.exports = {JsonSerializer.Serialize(settings)};\n");
        return stage.Path("knexfile.js");
    }
}
