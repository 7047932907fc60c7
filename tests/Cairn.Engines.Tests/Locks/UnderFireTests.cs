using System.Globalization;
using Cairn.Engines.Tests.Contracts;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Locks;

/// <summary>
/// Many runs at once, killed at random. <c>CAIRN_LOCK_ROUNDS</c> and <c>CAIRN_LOCK_PROCESSES</c> make it longer and wider; <c>CAIRN_LOCK_SEED</c>
/// chooses the same kills again, as far as chance allows.
/// </summary>
public sealed class UnderFireTests(EngineServers servers, ITestOutputHelper output)
{
    [Theory, MemberData(nameof(EngineNames.Supported), MemberType = typeof(EngineNames))]
    public async Task Each_migration_is_applied_once_and_no_lock_stays(string engine) =>
        await FireAsync(engine, _ => Task.FromResult<PgBouncerServer?>(null));

    [Fact]
    public async Task Each_migration_is_applied_once_and_no_lock_stays_behind_a_pooler() =>
        await FireAsync(EngineNames.Postgres, async database => await PgBouncerServer.StartAsync((PostgresDatabase)database));

    private async Task FireAsync(string engine, Func<TestDatabase, Task<PgBouncerServer?>> startPooler)
    {
        var seed = Setting("CAIRN_LOCK_SEED", Environment.TickCount);
        var (rounds, processes) = (Setting("CAIRN_LOCK_ROUNDS", 2), Setting("CAIRN_LOCK_PROCESSES", 4));
        var random = new Random(seed);
        output.WriteLine($"CAIRN_LOCK_SEED={seed}: {rounds} rounds of {processes} processes on {engine}");
        var kills = 0;
        for (var round = 0; round < rounds; round++)
        {
            await using var project = await Project.NewAsync(servers, engine);
            await using var pooler = await startPooler(project.Database);
            var kill = round % 2 == 1;
            kills += kill ? 1 : 0;
            var fire = new FireRound(project, pooler?.Url((PostgresDatabase)project.Database), random).Prepare(withConcurrentIndex: engine == EngineNames.Postgres);
            await fire.RunAsync(processes, kill);
            await fire.CheckAsync();
        }

        output.WriteLine($"{rounds} rounds, {kills} kills: each migration applied once, no lock left.");
    }

    private static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
