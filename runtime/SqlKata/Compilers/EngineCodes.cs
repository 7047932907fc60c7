namespace SqlKata.Compilers;

/// <summary>The engines' names for <see cref="Query.For"/>.</summary>
public static class EngineCodes
{
    public const string Firebird = "firebird";
    public const string Generic = "generic";
    public const string MySql = "mysql";
    public const string Oracle = "oracle";
    public const string PostgreSql = "postgres";
    public const string Sqlite = "sqlite";
    public const string SqlServer = "sqlsrv";
}
