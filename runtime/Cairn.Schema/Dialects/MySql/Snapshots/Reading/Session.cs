using Cairn.Schema.Dialects.MySql.Snapshots.Texts;
using Cairn.Schema.Inspection;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Reading;

/// <summary>Who reads which database.</summary>
/// <param name="Database">The database.</param>
/// <param name="Account">The account that the server took the connection's user for.</param>
/// <param name="Version">The server's version.</param>
/// <param name="Mode">The connection's SQL mode, which SHOW commands quote by.</param>
/// <param name="Charset">The database's character set.</param>
/// <param name="Collation">The database's collation.</param>
internal sealed record Session(string Database, string Account, string Version, string Mode, string Charset, string Collation)
{
    private const string Query = """
        SELECT s.schema_name AS name, CURRENT_USER() AS account, VERSION() AS version, @@sql_mode AS mode,
          s.default_character_set_name AS charset, s.default_collation_name AS collation
        FROM information_schema.schemata s
        WHERE s.schema_name = DATABASE()
        """;

    public OwnDatabase Own { get; } = new(Database);

    public static async ValueTask<Session> ReadAsync(ICatalogueConnection connection, CancellationToken cancellationToken)
    {
        var rows = await connection.ReadAsync(Query, [], cancellationToken);
        return rows is [var row]
            ? new Session(row.Text("name")!, row.Text("account")!, row.Text("version")!, row.Text("mode") ?? "", row.Text("charset")!, row.Text("collation")!)
            : throw new CairnException(ErrorCodes.StructureUnreadable, "The connection has no database selected, so there is no structure to read.")
            {
                Fix = "Name the database at the end of the connection's URL.",
            };
    }
}
