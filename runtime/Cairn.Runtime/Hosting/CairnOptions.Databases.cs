using System.Data.Common;
using Cairn.Runtime.Data;

namespace Cairn.Runtime.Hosting;

/// <summary>Which database; the last call counts.</summary>
public sealed partial class CairnOptions
{
    /// <summary>Finds the database of a run.</summary>
    internal Func<IServiceProvider?, IReadOnlyList<string>, CancellationToken, ValueTask<DatabaseTarget>>? Database { get; private set; }

    /// <summary>For drills on PostgreSQL, MySQL and MariaDB where the application gives connections: a drill makes databases of its own on the same server.</summary>
    public string? DrillConnectionString { get; set; }

    /// <summary>The database by its connection string; Cairn takes the driver that the application refers to.</summary>
    /// <param name="client">The database system.</param>
    /// <param name="connectionString">As the driver takes it.</param>
    public CairnOptions UseConnectionString(Client client, string connectionString)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(connectionString);
        Database = (_, folders, _) => ValueTask.FromResult(HostTargets.Of(client, connectionString, folders));
        return this;
    }

    /// <summary>The database of the <see cref="DbDataSource"/> that is registered as a service, as Npgsql's and MySqlConnector's packages register theirs.</summary>
    public CairnOptions UseDataSource() => UseDataSource(services => services.GetService(typeof(DbDataSource)) as DbDataSource ?? throw new CairnException(
        ErrorCodes.ServiceMissing, "UseDataSource() takes the DbDataSource of the application's services, and there is none.")
    {
        Fix = "Register one, as with services.AddNpgsqlDataSource(…), or give it: UseDataSource(services => …).",
    });

    /// <summary>The database of a data source, which stays the application's.</summary>
    /// <param name="find">Gives it.</param>
    public CairnOptions UseDataSource(Func<IServiceProvider, DbDataSource> find)
    {
        ArgumentNullException.ThrowIfNull(find);
        return UseConnection((services, _) => ValueTask.FromResult(find(services).CreateConnection()));
    }

    /// <summary>The database that the application connects to. Each connection given is used by Cairn alone, opened where it is closed, and disposed.</summary>
    /// <param name="connect">Gives a connection, open or not; called several times for a run.</param>
    /// <param name="client">The database system; null finds it out from the connection.</param>
    public CairnOptions UseConnection(Func<IServiceProvider, CancellationToken, ValueTask<DbConnection>> connect, Client? client = null)
    {
        ArgumentNullException.ThrowIfNull(connect);
        Database = (services, folders, token) => HostTargets.FindAsync(
            cancellation => connect(services ?? NoServices.Instance, cancellation), client, folders, token);
        return this;
    }
}
