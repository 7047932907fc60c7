using Cairn.Runtime.Data;
using Cairn.Runtime.Telemetry;
using Xunit;

namespace Cairn.Tests.Telemetry;

/// <summary>What of a connection string is told: the host, the port and the database, and nothing that could be more.</summary>
public sealed class DatabaseTagsTests
{
    [Theory]
    [InlineData(Client.Postgres, "Host=db.shop;Port=5433;Username=u;Password=hush", "db.namespace=shop db.system.name=postgresql server.address=db.shop server.port=5433")]
    [InlineData(Client.Postgres, "Host=db.shop:5433;Password=hush", "db.namespace=shop db.system.name=postgresql server.address=db.shop server.port=5433")]
    [InlineData(Client.Postgres, "Server=::1;Password=hush", "db.namespace=shop db.system.name=postgresql server.address=::1")]
    [InlineData(Client.Postgres, "Host=a,b;Port=5433", "db.namespace=shop db.system.name=postgresql")]
    [InlineData(Client.Postgres, "Host=/run/postgresql;Port=5433", "db.namespace=shop db.system.name=postgresql server.address=/run/postgresql")]
    [InlineData(Client.Postgres, "Host=postgres://u:hush@db.shop/shop", "db.namespace=shop db.system.name=postgresql")]
    [InlineData(Client.MySql, "server=db.shop;port=3307;user id=u;password=hush", "db.namespace=shop db.system.name=mysql server.address=db.shop server.port=3307")]
    [InlineData(Client.MariaDb, "Data Source=db.shop;pwd=hush", "db.namespace=shop db.system.name=mariadb server.address=db.shop")]
    [InlineData(Client.MariaDb, "hush=\"", "db.namespace=shop db.system.name=mariadb")]
    [InlineData(Client.Sqlite, "Data Source=shop;Password=hush", "db.namespace=shop db.system.name=sqlite")]
    public void Of_a_connection_string(Client client, string connectionString, string tags) => Assert.Equal(tags, Of(client, connectionString, "shop"));

    [Theory]
    [InlineData("/data/hush/shop.db", "shop.db")]
    [InlineData("file:shop.db?mode=rw&key=hush", "file:shop.db")]
    [InlineData(":memory:", ":memory:")]
    public void Of_a_file(string file, string name) => Assert.Equal($"db.namespace={name} db.system.name=sqlite", Of(Client.Sqlite, $"Data Source={file}", file));

    private static string Of(Client client, string connectionString, string database) => string.Join(
        ' ', DatabaseTags.Of(new DatabaseTarget(client, new Secret(connectionString), "", database)).All.Select(tag => $"{tag.Key}={tag.Value}").Order(StringComparer.Ordinal));
}
