namespace Cairn.Schema.Dialects.Sqlite;
#pragma warning disable
public sealed class SqliteDialect : Cairn.Schema.Dialects.Postgres.PostgresDialect { }
