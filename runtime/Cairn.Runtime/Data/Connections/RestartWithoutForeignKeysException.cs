namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// A rebuild on SQLite needs foreign keys off, which can only be switched outside a transaction, and statements were already sent inside
/// this one: the runner rolls back, switches them off and runs the migration again from its start.
/// </summary>
internal sealed class RestartWithoutForeignKeysException() : Exception("The migration is started again with foreign keys switched off.");
