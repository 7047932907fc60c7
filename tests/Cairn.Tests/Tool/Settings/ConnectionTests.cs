using System.Data.Common;
using Cairn.Tests.Tool.Calls;
using Cairn.Tool.Settings;
using Microsoft.Data.Sqlite;
using Npgsql;
using Xunit;

namespace Cairn.Tests.Tool.Settings;

/// <summary>From a connection setting to what the driver takes.</summary>
public sealed class ConnectionTests : IDisposable
{
    private readonly CalledTool _tool = new();

    private Cairn.Runtime.Data.DatabaseTarget Target(string connection, string? client = null)
    {
        var options = new Dictionary<SettingDefinition, IReadOnlyList<string>> { [SettingDefinitions.Connection] = [connection] };
        if (client is not null)
        {
            options[SettingDefinitions.Client] = [client];
        }

        return SettingsReader.Read(options, _tool.Host()).Connection.Target;
    }

    [Theory]
    [InlineData("postgres://joe:pw@db.example:5433/shop", "db.example", 5433, "joe", "pw", "shop", "postgres://joe@db.example:5433/shop")]
    [InlineData("postgresql://joe@db/shop", "db", 5432, "joe", null, "shop", "postgresql://joe@db/shop")]
    [InlineData("postgres://j%40e:p%2Fw%3A%3f@db/a%20b", "db", 5432, "j@e", "p/w:?", "a b", "postgres://j@e@db/a b")]
    [InlineData("postgres://joe:p@w:d@db/shop", "db", 5432, "joe", "p@w:d", "shop", "postgres://joe@db/shop")]
    [InlineData("postgres://joe:a;b='\"=c@db/shop", "db", 5432, "joe", "a;b='\"=c", "shop", "postgres://joe@db/shop")]
    [InlineData("postgres://joe:#1@db/shop", "db", 5432, "joe", "#1", "shop", "postgres://joe@db/shop")]
    [InlineData("postgres://joe:@[::1]:5433/shop", "::1", 5433, "joe", "", "shop", "postgres://joe@[::1]:5433/shop")]
    [InlineData("postgres://[fe80::1]/shop", "fe80::1", 5432, null, null, "shop", "postgres://[fe80::1]/shop")]
    [InlineData("postgres:///shop", "localhost", 5432, null, null, "shop", "postgres:///shop")]
    [InlineData("postgres://joe@db", "db", 5432, "joe", null, null, "postgres://joe@db")]
    [InlineData("postgres://joe@/shop?host=/var/run/postgresql&port=5433", "/var/run/postgresql", 5433, "joe", null, "shop", "postgres://joe@/shop")]
    [InlineData("POSTGRES://joe@db/Shop?password=pw", "db", 5432, "joe", "pw", "Shop", "postgres://joe@db/Shop")]
    public void A_postgres_url(string url, string host, int port, string? user, string? password, string? database, string display)
    {
        var target = Target(url);
        var builder = new NpgsqlConnectionStringBuilder(target.ConnectionString.Reveal());
        Assert.Equal(Client.Postgres, target.Client);
        Assert.Equal((host, port, database), (builder.Host, builder.Port, builder.Database));
        Assert.Equal((user, string.IsNullOrEmpty(password) ? null : password), (builder.Username, builder.Password));
        Assert.Equal(display, target.Display);
        Assert.Equal(database ?? user ?? "", target.Database);
        Assert.False(builder.Pooling);
        Assert.True(builder.IncludeErrorDetail);
    }

    [Theory]
    [InlineData("sslmode=require", "SSL Mode", "Require")]
    [InlineData("sslmode=disable", "SSL Mode", "Disable")]
    [InlineData("sslmode=allow", "SSL Mode", "Allow")]
    [InlineData("sslmode=prefer", "SSL Mode", "Prefer")]
    [InlineData("sslmode=verify-ca", "SSL Mode", "VerifyCA")]
    [InlineData("sslmode=verify-full", "SSL Mode", "VerifyFull")]
    [InlineData("sslnegotiation=direct", "SSL Negotiation", "Direct")]
    [InlineData("channel_binding=require", "Channel Binding", "Require")]
    [InlineData("sslrootcert=/a/b%20c.pem", "Root Certificate", "/a/b c.pem")]
    [InlineData("sslcert=a", "SSL Certificate", "a")]
    [InlineData("sslkey=a", "SSL Key", "a")]
    [InlineData("sslpassword=a", "SSL Password", "a")]
    [InlineData("target_session_attrs=read-write", "Target Session Attributes", "read-write")]
    [InlineData("application_name=app", "Application Name", "app")]
    [InlineData("connect_timeout=7", "Timeout", "7")]
    [InlineData("search_path=a,b", "Search Path", "a,b")]
    [InlineData("client_encoding=UTF8", "Client Encoding", "UTF8")]
    [InlineData("options=-c%20geqo%3Doff", "Options", "-c geqo=off")]
    [InlineData("dbname=other", "Database", "other")]
    [InlineData("user=other", "Username", "other")]
    public void A_postgres_parameter_is_one_that_the_driver_knows(string query, string keyword, string value)
    {
        var builder = new NpgsqlConnectionStringBuilder(Target("postgres://db/shop?" + query).ConnectionString.Reveal());
        Assert.Equal(value, builder[keyword]?.ToString());
    }

    [Theory]
    [InlineData("sqlite:app.db", "app.db", "app.db")]
    [InlineData("sqlite:./data/app.db", "data/app.db", "./data/app.db")]
    [InlineData("sqlite:my%20app.db", "my app.db", "my app.db")]
    [InlineData("sqlite:100%.db", "100%.db", "100%.db")]
    [InlineData("sqlite:///tmp/app.db", "/tmp/app.db", "/tmp/app.db")]
    [InlineData("sqlite:/tmp/a;b='c'.db", "/tmp/a;b='c'.db", "/tmp/a;b='c'.db")]
    [InlineData("SQLite:app.db?mode=ro", "app.db", "app.db")]
    public void A_sqlite_url(string url, string path, string database)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "paths as Unix has them");
        var target = Target(url);
        var builder = new SqliteConnectionStringBuilder(target.ConnectionString.Reveal());
        Assert.Equal(Path.GetFullPath(path, _tool.Folder), builder.DataSource);
        Assert.Equal((Client.Sqlite, database, "sqlite:" + database), (target.Client, target.Database, target.Display));
        Assert.False(builder.Pooling);
        Assert.Equal(url.EndsWith("=ro", StringComparison.Ordinal) ? SqliteOpenMode.ReadOnly : SqliteOpenMode.ReadWriteCreate, builder.Mode);
    }

    [Fact]
    public void Memory_is_no_file() =>
        Assert.Equal(":memory:", new SqliteConnectionStringBuilder(Target("sqlite::memory:").ConnectionString.Reveal()).DataSource);

    [Theory]
    [InlineData("mysql://joe:pw@db:3307/shop", Client.MySql, "Server=db;Port=3307;Database=shop;User ID=joe;Password=pw")]
    [InlineData("mariadb://joe@db/shop?sslmode=require", Client.MariaDb, "Server=db;Database=shop;User ID=joe;SSL Mode=Required")]
    [InlineData("mysql://joe@[::1]:3307/", Client.MySql, "Server=::1;Port=3307;User ID=joe")]
    [InlineData("mysql://joe@/shop?socket=/run/mysqld.sock", Client.MySql, "Server=/run/mysqld.sock;Database=shop;User ID=joe;Connection Protocol=Unix")]
    [InlineData("mysql://joe@db/shop?charset=utf8mb4&connect_timeout=3&ssl-ca=ca.pem", Client.MySql, "Server=db;Database=shop;User ID=joe;Character Set=utf8mb4;Connection Timeout=3;SslCa=ca.pem")]
    public void A_mysql_url(string url, Client client, string expected)
    {
        var target = Target(url);
        Assert.Equal(client, target.Client);
        Same(expected + ";Pooling=False;Allow User Variables=True", target.ConnectionString.Reveal());
    }

    [Theory]
    [InlineData("Host=db;Username=joe;Password='a;b';Pooling=true", "postgres", "Host=db;Username=joe;Password='a;b';Include Error Detail=True;Application Name=cairn;Pooling=False", "postgres://joe@db/joe", "joe")]
    [InlineData("Server=db;Database=shop;Uid=joe;Pwd=x;AllowUserVariables=false", "mysql", "Server=db;Database=shop;Uid=joe;Pwd=x;Pooling=False;Allow User Variables=True", "mysql://joe@db/shop", "shop")]
    [InlineData("Server=db;Database=shop", "mariadb", "Server=db;Database=shop;Pooling=False;Allow User Variables=True", "mariadb://db/shop", "shop")]
    public void A_connection_string_with_a_client(string text, string client, string expected, string display, string database)
    {
        var target = Target(text, client);
        Same(expected, target.ConnectionString.Reveal());
        Assert.Equal((display, database), (target.Display, target.Database));
    }

    [Fact]
    public void A_sqlite_connection_string_has_a_path_in_the_working_folder()
    {
        var target = Target("DataSource=x.db;Foreign Keys=False", "sqlite");
        var builder = new SqliteConnectionStringBuilder(target.ConnectionString.Reveal());
        Assert.Equal(Path.Combine(_tool.Folder, "x.db"), builder.DataSource);
        Assert.False(builder.ForeignKeys);
        Assert.Equal("x.db", target.Database);
    }

    [Fact]
    public async Task A_path_in_a_file_is_relative_to_the_file()
    {
        _tool.Write("conf/cairn.json", """{ "connection": "sqlite:x.db" }""");
        var sources = new Dictionary<SettingDefinition, IReadOnlyList<string>> { [SettingDefinitions.ConfigFile] = ["conf/cairn.json"] };
        var target = SettingsReader.Read(sources, _tool.Host()).Connection.Target;
        Assert.Equal(Path.Combine(_tool.Folder, "conf", "x.db"), new SqliteConnectionStringBuilder(target.ConnectionString.Reveal()).DataSource);
        Assert.Equal("sqlite:x.db", (await _tool.ConfigAsync("--config", "conf/cairn.json"))["connection"].Value);
    }

    [Fact]
    public void A_client_in_a_file_does_not_bind_a_url_from_elsewhere()
    {
        _tool.Write("cairn.json", """{ "client": "postgres", "connection": "Host=db;Username=joe" }""");
        Assert.Equal(Client.Postgres, SettingsReader.Read(new Dictionary<SettingDefinition, IReadOnlyList<string>>(), _tool.Host()).Connection.Target.Client);
        Assert.Equal(Client.Sqlite, Target("sqlite:a.db").Client);
        Assert.Equal(Client.MariaDb, Target("mysql://db/shop", "mariadb").Client);
    }

    public void Dispose() => _tool.Dispose();

    private static void Same(string expected, string actual)
    {
        static Dictionary<string, string?> Parts(string text)
        {
            var builder = new DbConnectionStringBuilder { ConnectionString = text };
            return builder.Keys.Cast<string>().ToDictionary(key => key.ToLowerInvariant(), key => builder[key].ToString());
        }

        Assert.Equal(Parts(expected), Parts(actual));
    }
}
