namespace Cairn.Runtime.Data.Connections;

/// <summary>One of the held operations failed; only the session sees this.</summary>
internal sealed class HeldOperationFailedException(QueuedOperation operation, string sql, Exception cause) : Exception(cause.Message, cause)
{
    public QueuedOperation Operation => operation;

    public string Sql => sql;

    public Exception Cause => InnerException!;
}
