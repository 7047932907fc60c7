using Cairn.Runtime.Adoptions.Matches;
using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Planning;
using Cairn.Schema;

namespace Cairn.Runtime.Adoptions.Reading;

/// <summary>Says what is wrong with another tool's table, or with what it says.</summary>
internal static class OtherErrors
{
    private const string Nothing = "Nothing was recorded.";

    public static CairnException Missing(AdoptedSystem system, IReadOnlyList<TableName> looked, IReadOnlyList<(AdoptedSystem System, string Table)> others, IReadOnlyList<string> elsewhere)
    {
        var names = Words.List([.. looked.Select(table => table.ToString())]);
        return new CairnException(ErrorCodes.AdoptionTableMissing, $"There is no table {names}, which {system.Title} would have made.")
        {
            DatabaseState = Nothing,
            Fix = elsewhere.Count > 0
                ? $"There is {Words.List(elsewhere)}: say --from-table {elsewhere[0]}."
                : others.Count > 0
                ? string.Join(" ", others.Select(other => $"There is a table {other.Table}: did you mean dotnet cairn migrate:adopt {other.System.Name}?"))
                : "Look whether the connection is to the right database; where the table has another name, say it with --from-table.",
        };
    }

    public static CairnException Several(AdoptedSystem system, IReadOnlyList<string> tables) => new(
        ErrorCodes.AdoptionTableMissing, $"{Words.List(tables)} may each be the table of {system.Title}.")
    {
        DatabaseState = Nothing,
        Fix = "Say which with --from-table.",
    };

    public static CairnException Shape(AdoptedSystem system, TableName table, IReadOnlyList<string> lacking, IReadOnlyList<string> has) => new(
        ErrorCodes.AdoptionTableShape,
        $"The table {table} is not as {system.Title} makes it: it has no {Words.List(lacking)}, but {(has.Count == 0 ? "no columns at all" : Words.List(has))}.")
    {
        DatabaseState = Nothing,
        Fix = $"Name the table of {system.Title} with --from-table, or the tool that this table is of: one of {string.Join(", ", AdoptedSystems.Names)}.",
    };

    public static CairnException Unreadable(AdoptedSystem system, TableName table, DatabaseFailure failure, Exception exception) => new(
        failure == DatabaseFailure.ConnectionLost ? ErrorCodes.ConnectionLost : ErrorCodes.TrackingTableUnreadable,
        $"The table {table} of {system.Title} cannot be read: {exception.Message}",
        exception)
    {
        DatabaseState = Nothing,
        Fix = failure == DatabaseFailure.PermissionDenied ? $"Give this user the right to SELECT on {table}." : "Mend what the database says, and run again.",
    };

    public static CairnException InProgress(AdoptedSystem system, TableName locked) => new(
        ErrorCodes.AdoptionInProgress, $"A run of {system.Title} is under way, or was killed: {locked} says so.")
    {
        DatabaseState = Nothing,
        Fix = $"Wait for that run to end. Where there is none, free the lock with {system.Title}'s own command, see to what it left half done, and adopt then.",
    };

    public static CairnException Failed(AdoptedSystem system, string table, string row) => new(
        ErrorCodes.AdoptionFailedRow, $"{system.Title} has recorded in {table} that \"{row}\" failed.")
    {
        DatabaseState = Nothing,
        Fix = $"Bring it to an end with {system.Title}, which knows what it was, and adopt then.",
    };

    public static CairnException Unmatched(AdoptedSystem system, string table, MatchedRow row) => new(
        ErrorCodes.AdoptionUnmatched,
        row.Near is { } near
            ? $"\"{row.Row.Text}\" of {table} belongs to no migration here; {near.Migration.Path} has its description, but another day."
            : $"\"{row.Row.Text}\" of {table} belongs to no migration here.")
    {
        DatabaseState = Nothing,
        Fix = row.Near is { } file
            ? $"Where it is the same, give {file.Migration.Path} the version that {system.Title} has. Where it is not, say --ignore-unmatched."
            : "Where its file was forgotten or has another version, put that right. Where it shall be known to the other tool only, say --ignore-unmatched.",
    };
}
