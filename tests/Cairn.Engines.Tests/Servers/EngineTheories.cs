namespace Cairn.Engines.Tests.Servers;

/// <content>The names as the data of theories.</content>
public static partial class EngineNames
{
    /// <summary>Every engine that a fixture exists for.</summary>
    public static TheoryData<string> All => [Sqlite, Postgres, MariaDb, MySql];

    /// <summary>The engines that the contract tests run over; MySQL is among them where somebody gives one.</summary>
    public static TheoryData<string> Supported =>
        string.IsNullOrEmpty(Environment.GetEnvironmentVariable("CAIRN_TEST_MYSQL")) ? [Sqlite, Postgres, MariaDb] : [Sqlite, Postgres, MariaDb, MySql];

    /// <summary>The supported ones on which a change of the schema can be rolled back, so that a failed migration leaves nothing of it behind.</summary>
    public static TheoryData<string> Transactional => [Sqlite, Postgres];

    /// <summary>The other supported ones: a change of the schema commits there.</summary>
    public static TheoryData<string> Committing => [.. Supported.Select(row => row.Data).Where(engine => !IsTransactional(engine))];
}
