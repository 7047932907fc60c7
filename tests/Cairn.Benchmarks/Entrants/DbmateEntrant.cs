using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Measurements;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>dbmate's own program; it runs SQL as it is written.</summary>
internal sealed class DbmateEntrant(string packages) : RecordingEntrant("dbmate")
{
    public override string Table => "schema_migrations";

    protected override string Columns => "version";

    private string? Program => Directory.Exists(Path.Combine(packages, "node_modules", "@dbmate"))
        ? Directory.EnumerateFiles(Path.Combine(packages, "node_modules", "@dbmate"), "dbmate*", SearchOption.AllDirectories).FirstOrDefault()
        : null;

    public override string? WhyNot(string engine, int applied, int total) => Program is null ? "dbmate is not installed" : null;

    public override ProcessCall Call(Stage stage) =>
        new(Program!, ["--url", Url(stage), "--migrations-dir", stage.Path("migrations"), "--no-dump-schema", "migrate"], stage.Folder);

    protected override void WriteMigration(Stage stage, int number) => stage.Write(
        $"migrations/{History.TimeName(number)}.sql",
        $"-- migrate:up\n{string.Join(";\n\n", SqlScript.Of(stage.Engine, number))};\n\n-- migrate:down\ndrop table {History.Table(number)};\n");

    protected override string Row(int number) => $"('{History.TimeVersion(number)}')";

    protected override string LastRow(int number) => $"version = '{History.TimeVersion(number)}'";

    private static string Url(Stage stage) => stage.Engine switch
    {
        EngineNames.Sqlite => "sqlite:" + ((SqliteDatabase)stage.Database).File,
        EngineNames.Postgres => stage.Database.Url + "?sslmode=disable",
        _ => new UriBuilder(stage.Database.Url) { Scheme = "mysql" }.Uri.AbsoluteUri,
    };
}
