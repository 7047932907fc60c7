namespace Cairn.Engines.Tests.Servers;

/// <summary>SQLite: no server, a folder with a fresh file per test.</summary>
public sealed class SqliteServer : TestServer
{
    private readonly string _folder = ServerFolder.Create(EngineNames.Sqlite);

    public override string Engine => EngineNames.Sqlite;

    public override Task<TestDatabase> CreateDatabaseAsync() =>
        Task.FromResult<TestDatabase>(new SqliteDatabase(Path.Combine(_folder, NewDatabaseName() + ".db")));

    public override ValueTask DisposeAsync()
    {
        LeftoverServers.End(_folder);
        return ValueTask.CompletedTask;
    }
}
