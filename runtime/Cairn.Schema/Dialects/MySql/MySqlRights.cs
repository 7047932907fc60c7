using System.Text.RegularExpressions;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>
/// information_schema leaves out, without a word, what the user has no right to. So where it shows nothing, or may show a part, SHOW CREATE TABLE
/// is asked: that is refused where a right is missing, and says so where the table is not there.
/// </summary>
internal static partial class MySqlRights
{
    /// <summary>
    /// An expression: whether the user sees all tables of a schema (@p1, or the connection's own), since he may read them all: found by the name that the server knows him by.
    /// The driver's error for a table that is not there, as most that are to be created are not, costs more than it.
    /// </summary>
    /// <param name="globalCondition">When a right to read everywhere counts, too.</param>
    public static string SeesAll(string globalCondition)
    {
        const string Host = "SUBSTRING_INDEX(CURRENT_USER(), '@', -1)";
        const string Grantee = $"CONCAT('''', LEFT(CURRENT_USER(), CHAR_LENGTH(CURRENT_USER()) - CHAR_LENGTH({Host}) - 1), '''@''', {Host}, '''')";
        return $"""
            EXISTS (SELECT 1 FROM information_schema.schema_privileges p
                WHERE p.table_schema = COALESCE(@p1, DATABASE()) AND p.privilege_type = 'SELECT' AND p.grantee = {Grantee})
              OR ({globalCondition} AND EXISTS (SELECT 1 FROM information_schema.user_privileges p WHERE p.privilege_type = 'SELECT' AND p.grantee = {Grantee}))
            """;
    }

    /// <summary>Whether a table that the catalogue does not show is there all the same, to a user who does not see all.</summary>
    /// <param name="connection">Where to ask.</param>
    /// <param name="table">The table.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static ValueTask<bool> IsHiddenAsync(ICatalogueConnection connection, TableName table, CancellationToken cancellationToken) =>
        connection.IsDeniedAsync(Definition(table), cancellationToken);

    /// <summary>Whether a table has columns that the catalogue does not show.</summary>
    /// <param name="connection">Where to ask.</param>
    /// <param name="table">The table.</param>
    /// <param name="seen">How many it shows.</param>
    /// <param name="hasColumnRights">Whether somebody has a right to a single column of it; else all are shown, or none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public static async ValueTask<bool> HidesColumnsAsync(
        ICatalogueConnection connection, TableName table, int seen, bool hasColumnRights, CancellationToken cancellationToken)
    {
        if (seen == 0 || !hasColumnRights)
        {
            return seen == 0;
        }

        return await connection.IsDeniedAsync(Definition(table), cancellationToken)
            || (await connection.ReadAsync(Definition(table), [], cancellationToken)).Any(row => ColumnLine().Count(row.Text("Create Table") ?? "") > seen);
    }

    /// <summary>What cannot be seen is not taken for what is not there.</summary>
    public static CairnException Hidden(TableName table) => new(
        ErrorCodes.CatalogueHidden, $"This user has not the rights to see in the catalogue what {table} is like, or whether it is there.")
    {
        Fix = $"Give this user the rights to SELECT, INSERT and UPDATE on the whole table {table}, or on the whole database: the catalogue shows to a user only what he has rights on.",
    };

    private static string Definition(TableName table) =>
        $"SHOW CREATE TABLE {(table.Schema is { } schema ? MySqlNames.Quote(Client.MySql, schema) + "." : "")}{MySqlNames.Quote(Client.MySql, table.Name)}";

    // Columns come first in a definition, each on a line of its own, indented and quoted; what is no column begins with a word.
    [GeneratedRegex(@"^  [`""]", RegexOptions.Multiline, matchTimeoutMilliseconds: 60_000)]
    private static partial Regex ColumnLine();
}
