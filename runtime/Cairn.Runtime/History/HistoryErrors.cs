using Cairn.Runtime.Data.Clients;
using Cairn.Schema;

namespace Cairn.Runtime.History;

/// <summary>Says what is wrong with Cairn's own tables.</summary>
internal static class HistoryErrors
{
    public static CairnException Shape(TableName table, Exception exception) => new(
        ErrorCodes.TrackingTableShape, $"The table {table} is not of the form that Cairn gives it: {exception.Message}", exception)
    {
        DatabaseState = "Nothing was run.",
        Fix = "A tracking table has the columns version, name and timestamp: name another table with --table, or rename the one that is in the way. Cairn's other tables are as its own migrations make them: update the tool, or rename what is in the way.",
    };

    public static CairnException Unreadable(TableName table, DatabaseFailure failure, Exception exception) => new(
        failure == DatabaseFailure.ConnectionLost ? ErrorCodes.ConnectionLost : ErrorCodes.TrackingTableUnreadable,
        $"The table {table} cannot be read, so it is not known what is applied: {exception.Message}",
        exception)
    {
        DatabaseState = "Nothing was run.",
        Fix = failure switch
        {
            DatabaseFailure.PermissionDenied => $"Give this user the right to SELECT, INSERT, UPDATE and DELETE on {table}.",
            DatabaseFailure.LockTimeout => "Another session holds a lock on it; try again when that has ended.",
            _ => "Mend what the database says, and run again.",
        },
    };
}
