namespace Cairn.Engines.Tests.Servers;

/// <content>The names as the data of theories.</content>
public static partial class EngineNames
{
    /// <summary>Every engine that a fixture exists for.</summary>
    public static TheoryData<string> All => [Sqlite, Postgres, MariaDb, MySql];

    /// <summary>Every engine that the tool itself works with today; the contract tests run over these.</summary>
    public static TheoryData<string> Supported => [Sqlite, Postgres];
}
