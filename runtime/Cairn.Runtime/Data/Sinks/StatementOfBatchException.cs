using System.Data.Common;

namespace Cairn.Runtime.Data.Sinks;

/// <summary>One of several statements that were sent together failed. Does not leave the session: whoever sent them throws what the driver said.</summary>
/// <param name="index">Which, from 0.</param>
/// <param name="cause">What the driver said.</param>
internal sealed class StatementOfBatchException(int index, DbException cause) : Exception(cause.Message, cause)
{
    public int Index => index;

    public DbException Cause => (DbException)InnerException!;
}
