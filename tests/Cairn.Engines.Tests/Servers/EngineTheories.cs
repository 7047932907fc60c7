namespace Cairn.Engines.Tests.Servers;

/// <content>The names as the data of theories.</content>
public static partial class EngineNames
{
    /// <summary>Every engine that a fixture exists for.</summary>
    public static TheoryData<string> All => [Sqlite, Postgres, MariaDb, MySql];

    /// <summary>The engines that the contract tests run over; MySQL is among them where it is to be had.</summary>
    public static TheoryData<string> Supported => [Sqlite, Postgres, .. MySqlFamily];

    /// <summary>MariaDB, and MySQL where it is to be had.</summary>
    public static TheoryData<string> MySqlFamily => HasMySql ? [MariaDb, MySql] : [MariaDb];

    private static bool HasMySql => IsRequired(MySql) || MySqlStart.Find() is { Url: not null } or { Folder: not null };

    /// <summary>The supported ones on which a change of the schema can be rolled back, so that a failed migration leaves nothing of it behind.</summary>
    public static TheoryData<string> Transactional => [Sqlite, Postgres];

    /// <summary>For contracts that are not yet written in words that MariaDB understands, or not yet seen green there: it is skipped, and says so.</summary>
    public static TheoryData<string> Bundled =>
        [Sqlite, Postgres, new TheoryDataRow<string>(MariaDb) { Skip = "This contract has not been seen green on MariaDB yet." }];
}
