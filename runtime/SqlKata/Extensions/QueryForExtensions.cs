using SqlKata.Compilers;

namespace SqlKata.Extensions;

/// <summary>Clauses for one engine only, by name.</summary>
public static class QueryForExtensions
{
    /// <summary>What the callback adds counts on MySQL and MariaDB only.</summary>
    public static Query ForMySql(this Query src, Func<Query, Query> fn) => src.For(EngineCodes.MySql, fn);

    /// <summary>What the callback adds counts on PostgreSQL only.</summary>
    public static Query ForPostgreSql(this Query src, Func<Query, Query> fn) => src.For(EngineCodes.PostgreSql, fn);

    /// <summary>What the callback adds counts on SQLite only.</summary>
    public static Query ForSqlite(this Query src, Func<Query, Query> fn) => src.For(EngineCodes.Sqlite, fn);

    /// <summary>What the callback adds counts on SQL Server only: on none of the engines here.</summary>
    public static Query ForSqlServer(this Query src, Func<Query, Query> fn) => src.For(EngineCodes.SqlServer, fn);

    /// <summary>What the callback adds counts on Oracle only: on none of the engines here.</summary>
    public static Query ForOracle(this Query src, Func<Query, Query> fn) => src.For(EngineCodes.Oracle, fn);

    /// <summary>What the callback adds counts on Firebird only: on none of the engines here.</summary>
    public static Query ForFirebird(this Query src, Func<Query, Query> fn) => src.For(EngineCodes.Firebird, fn);
}
