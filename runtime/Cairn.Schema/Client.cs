namespace Cairn;

/// <summary>A database system that migrations can run on.</summary>
public enum Client
{
    /// <summary>SQLite 3.35 or newer.</summary>
    Sqlite,

    /// <summary>PostgreSQL 13 or newer.</summary>
    Postgres,

    /// <summary>MySQL 8 or newer.</summary>
    MySql,

    /// <summary>MariaDB 10.6 or newer.</summary>
    MariaDb,
}
