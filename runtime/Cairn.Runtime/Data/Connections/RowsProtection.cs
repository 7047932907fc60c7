using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Connections;

/// <summary>Whether changes of rows can be rolled back in every table of the database: not in those of MyISAM, Aria or MEMORY (MySQL, MariaDB).</summary>
/// <param name="IsProtected">They can be.</param>
/// <param name="NewTablesAre">They can be in a table that is made without naming its engine.</param>
internal sealed record RowsProtection(bool IsProtected, bool NewTablesAre)
{
    public static async Task<RowsProtection> ReadAsync(RunConnection connection, CancellationToken cancellationToken)
    {
        const string Sql = """
            SELECT
              (SELECT COUNT(*) FROM information_schema.tables t JOIN information_schema.engines e ON e.engine = t.engine
                WHERE t.table_schema = DATABASE() AND t.table_type = 'BASE TABLE' AND e.transactions <> 'YES') AS found,
              (SELECT COUNT(*) FROM information_schema.engines d WHERE d.engine = @@default_storage_engine AND d.transactions = 'YES') AS usual
            """;
        var row = (await connection.QueryAsync(Sql, [], cancellationToken))[0];
        return new RowsProtection(row.Number("found") == 0, row.Number("usual") == 1);
    }

    /// <summary>Whether an operation leaves it so; what is not known to, does not.</summary>
    /// <param name="operation">A change of the schema; null for a raw statement.</param>
    public bool StayProtectedAfter(SchemaOperation? operation) => operation switch
    {
        CreateTable create => NewTablesAre && create.Table.Options.Engine is null,
        AlterTable alter => alter.Changes.All(change => change is AddColumn or DropColumn or RenameColumn or AddIndex or DropIndex or AddForeignKey or DropForeignKey),
        DropTable or RenameTable or DropView or DropTrigger => true,
        _ => false,
    };
}
