namespace Cairn.Engines.Tests.Servers;

/// <summary>The names of the databases that the tests know, as <c>CAIRN_REQUIRE_ENGINES</c> spells them.</summary>
public static class EngineNames
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    public const string MariaDb = "mariadb";
    public const string MySql = "mysql";

    /// <summary>The pooler in front of PostgreSQL; no engine of its own.</summary>
    public const string PgBouncer = "pgbouncer";

    /// <summary>Every engine that a fixture exists for.</summary>
    public static TheoryData<string> All => [Sqlite, Postgres, MariaDb, MySql];

    /// <summary>Every engine that the tool itself works with today; the contract tests run over these.</summary>
    public static TheoryData<string> Supported => [Sqlite, Postgres];

    /// <summary>Whether a missing engine is a failure (<c>CAIRN_REQUIRE_ENGINES=sqlite,postgres</c>) and not a skip.</summary>
    public static bool IsRequired(string engine)
    {
        var required = Environment.GetEnvironmentVariable("CAIRN_REQUIRE_ENGINES") ?? "";
        return required
            .Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Contains(engine, StringComparer.OrdinalIgnoreCase);
    }
}
