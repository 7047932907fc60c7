using System.Data;
using System.Data.Common;
using Cairn.Runtime.Data;
using Cairn.Runtime.Data.Clients;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Hosting;

/// <summary>Which database system a connection that an application gives is for, and whether it is made as a run needs it.</summary>
internal static class ConnectionKinds
{
    /// <exception cref="CairnException">The driver is none that Cairn knows (CAIRN7003), or the server cannot be asked (CAIRN7004 …).</exception>
    public static async Task<Client> FindAsync(DbConnection connection, CancellationToken cancellationToken) => connection.GetType().Namespace switch
    {
        "Npgsql" => Client.Postgres,
        "Microsoft.Data.Sqlite" => Client.Sqlite,
        "MySqlConnector" or "MySql.Data.MySqlClient" => await FlavourAsync(connection, cancellationToken),
        _ => throw new CairnException(
            ErrorCodes.ConnectionInvalid, $"The application gives connections of the type {connection.GetType().FullName}, which is of no driver that Cairn knows.")
        {
            Fix = "Give connections of Npgsql, Microsoft.Data.Sqlite, MySqlConnector or MySql.Data themselves, not ones that wrap them; or name the database system in UseConnection.",
            DatabaseState = "Nothing was run.",
        },
    };

    /// <summary>A run marks its session with a variable, which both drivers take for a parameter unless they are told.</summary>
    /// <exception cref="CairnException">User variables are not allowed (CAIRN7003).</exception>
    public static void Check(Client client, DbConnection connection)
    {
        if (client is not (Client.MySql or Client.MariaDb))
        {
            return;
        }

        if (!ConnectionTexts.IsTrue(connection.ConnectionString, "AllowUserVariables"))
        {
            throw new CairnException(ErrorCodes.ConnectionInvalid, "The application's connections do not allow user variables, which a run and scripts need.")
            {
                Fix = "Put Allow User Variables=True into their connection string; and Persist Security Info=True, with which a statement can be stopped when a run is cancelled.",
                DatabaseState = "Nothing was run.",
            };
        }
    }

    private static async Task<Client> FlavourAsync(DbConnection connection, CancellationToken cancellationToken)
    {
        try
        {
            if (connection.State != ConnectionState.Open)
            {
                await connection.OpenAsync(cancellationToken);
            }

            return await MySqlFlavour.FindAsync(connection, cancellationToken);
        }
        catch (DbException exception)
        {
            var target = new DatabaseTarget(Client.MySql, new Secret(""), $"mysql://{connection.DataSource}/{connection.Database}", connection.Database);
            throw ConnectionErrors.Describe(DatabaseClients.For(Client.MySql), target, exception);
        }
    }
}
