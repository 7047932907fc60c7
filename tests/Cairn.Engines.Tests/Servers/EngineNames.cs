namespace Cairn.Engines.Tests.Servers;

/// <summary>The names of the databases that the tests know, as <c>CAIRN_REQUIRE_ENGINES</c> spells them.</summary>
public static partial class EngineNames
{
    public const string Sqlite = "sqlite";
    public const string Postgres = "postgres";
    public const string MariaDb = "mariadb";
    public const string MySql = "mysql";

    /// <summary>Whether a missing engine is a failure (<c>CAIRN_REQUIRE_ENGINES=sqlite,postgres</c>) and not a skip.</summary>
    public static bool IsRequired(string engine)
    {
        var required = Environment.GetEnvironmentVariable("CAIRN_REQUIRE_ENGINES") ?? "";
        return required
            .Split([',', ' ', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Contains(engine, StringComparer.OrdinalIgnoreCase);
    }
}
