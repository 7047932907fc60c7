using Cairn.Benchmarks.Histories;
using Cairn.Benchmarks.Measurements;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>The plain driver: see <c>Programs/Drivers</c>.</summary>
internal sealed class FloorEntrant(string program) : RecordingEntrant("plain driver")
{
    public override string Table => "floor_migrations";

    protected override string Columns => "version, name, checksum, applied_at, milliseconds";

    public override ProcessCall Call(Stage stage)
    {
        List<string> arguments = [stage.Engine, Connections.Text(stage), stage.Path("migrations")];
        if (EngineNames.NeedsDriver(stage.Engine))
        {
            arguments.Add(AppContext.BaseDirectory);
        }

        return new ProcessCall(program, arguments, stage.Folder);
    }

    protected override void WriteMigration(Stage stage, int number) =>
        stage.Write($"migrations/{History.CairnName(number)}.sql", string.Join("\n\n", SqlScript.Of(stage.Engine, number)));

    protected override string Row(int number) =>
        $"('{History.CairnVersion(number)}', '{History.CairnName(number)}', '{new string('0', 64)}', '2020-01-01T00:00:00.0000000Z', 1)";

    protected override string LastRow(int number) => $"version = '{History.CairnVersion(number)}'";
}
