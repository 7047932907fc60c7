namespace Cairn.Engines.Tests.Servers;

/// <summary>The names of the databases that the tests know, as <c>CAIRN_REQUIRE_ENGINES</c> spells them.</summary>
public static partial class EngineNames
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    public const string MariaDb = "mariadb";
    public const string MySql = "mysql";

    /// <summary>The pooler in front of PostgreSQL; no engine of its own.</summary>
    public const string PgBouncer = "pgbouncer";

    /// <summary>Whether a change of the schema can be rolled back, so that a failed migration leaves nothing of it behind.</summary>
    public static bool IsTransactional(string engine) => engine is Sqlite or Postgres;

    /// <summary>Whether the engine's driver is not bundled with the tool.</summary>
    public static bool NeedsDriver(string engine) => engine is MariaDb or MySql;

    /// <summary>Whether a missing engine is a failure (<c>CAIRN_REQUIRE_ENGINES=sqlite,postgres</c>) and not a skip.</summary>
    public static bool IsRequired(string engine)
    {
        var required = Environment.GetEnvironmentVariable("CAIRN_REQUIRE_ENGINES") ?? "";
        return required
            .Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Contains(engine, StringComparer.OrdinalIgnoreCase);
    }
}
