using System.Data.Common;

namespace Cairn.Engines.Tests.Servers;

/// <summary>MySQL, by <c>CAIRN_TEST_MYSQL</c> only (no Debian release has it), and what MariaDB shares with it.</summary>
public class MySqlServer(string engine, Uri url) : TestServer
{
    public override string Engine => engine;

    public static Found Find()
    {
        const string Variable = "CAIRN_TEST_MYSQL";
        var value = Environment.GetEnvironmentVariable(Variable);
        if (string.IsNullOrEmpty(value) || string.Equals(value, "off", StringComparison.OrdinalIgnoreCase))
        {
            return new Found(null, $"set {Variable} to the URL of a server (mysql://user:password@host:3306/).");
        }

        return Uri.TryCreate(value, UriKind.Absolute, out var url)
            ? new Found(new MySqlServer(EngineNames.MySql, url), "")
            : throw new ServerStartException($"{Variable} is not a URL.");
    }

    public override async Task<TestDatabase> CreateDatabaseAsync()
    {
        var name = NewDatabaseName();
        await ExecuteAsync($"create database `{name}` character set utf8mb4");
        return new MySqlDatabase(this, name);
    }

    public override ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    internal string Url(string database) => new UriBuilder(url) { Scheme = Engine, Path = "/" + Uri.EscapeDataString(database) }.Uri.AbsoluteUri;

    internal async Task<DbConnection> OpenAsync(string? database)
    {
        var connection = MySqlFactory.Connection(url, database);
        await connection.OpenAsync();
        return connection;
    }

    internal async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync(database: null);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }
}
