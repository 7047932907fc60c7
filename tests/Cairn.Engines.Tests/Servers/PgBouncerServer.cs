using System.Diagnostics;
using System.Globalization;
using System.Net.Sockets;
using Npgsql;

namespace Cairn.Engines.Tests.Servers;

/// <summary>PgBouncer in transaction mode on a loopback port, in front of the tests' PostgreSQL: each transaction may come to another session.</summary>
public sealed class PgBouncerServer : IAsyncDisposable
{
    private readonly string _folder;
    private readonly Process _process;
    private readonly int _port;

    private PgBouncerServer(string folder, Process process, int port) => (_folder, _process, _port) = (folder, process, port);

    /// <summary>Starts one for a database; where PgBouncer is missing the test is skipped with the reason, or fails when it is required.</summary>
    /// <param name="database">The database.</param>
    /// <param name="certificate">A file with a key and its certificate, for clients that want to encrypt; null for none.</param>
    public static async Task<PgBouncerServer> StartAsync(PostgresDatabase database, string? certificate = null)
    {
        var location = ServerLocation.Find("CAIRN_TEST_PGBOUNCER", ["pgbouncer"], ["/usr/sbin", "/usr/local/sbin"], "pgbouncer");
        if (location.Folder is not { } binaries)
        {
            var message = $"PgBouncer is missing: {location.Reason}";
            Assert.False(EngineNames.IsRequired(EngineNames.PgBouncer), message + " CAIRN_REQUIRE_ENGINES asks for it.");
            Assert.Skip(message);
            throw new InvalidOperationException(message);
        }

        var folder = ServerFolder.Create(EngineNames.PgBouncer);
        var port = ServerFolder.FreePort();
        var target = new Uri(database.Url);
        var account = target.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var encryption = "client_tls_sslmode = disable";
        if (certificate is not null)
        {
            var copy = Path.Combine(folder, "tls.pem");
            File.Copy(certificate, copy);
            encryption = $"client_tls_sslmode = allow\nclient_tls_key_file = {copy}\nclient_tls_cert_file = {copy}";
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "users"), $"\"{account[0]}\" \"{account[1]}\"\n");
        await File.WriteAllTextAsync(
            Path.Combine(folder, "pgbouncer.ini"),
            string.Create(
                CultureInfo.InvariantCulture,
                $"""
                [databases]
                * = host={target.Host} port={target.Port}
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = {port}
                unix_socket_dir =
                auth_type = scram-sha-256
                auth_file = {folder}/users
                pool_mode = transaction
                default_pool_size = 10
                server_round_robin = 1
                ignore_startup_parameters = extra_float_digits,search_path
                {encryption}
                """));
        await Commands.RunAsync("chmod", ["-R", "a+rX", folder], asAccount: false);
        var process = Commands.Start(Path.Combine(binaries, "pgbouncer"), [Path.Combine(folder, "pgbouncer.ini")], asAccount: true);
        ServerFolder.Note(folder, ProcessMark.Of(process));
        process.OutputDataReceived += (_, _) => { };
        process.BeginOutputReadLine();
        var log = process.StandardError.ReadToEndAsync();
        var server = new PgBouncerServer(folder, process, port);
        await server.ListeningAsync(log);
        return server;
    }

    /// <summary>The database's URL through the pooler.</summary>
    public string Url(PostgresDatabase database) => database.UrlWith(port: _port);

    /// <summary>A connection through the pooler.</summary>
    public async Task<NpgsqlConnection> OpenAsync(PostgresDatabase database)
    {
        var account = new Uri(database.Url).UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder
        {
            Host = "127.0.0.1",
            Port = _port,
            Username = account[0],
            Password = account[1],
            Database = database.Name,
            Pooling = false,
        }.ConnectionString);
        await connection.OpenAsync();
        return connection;
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        LeftoverServers.End(_folder);
    }

    private async Task ListeningAsync(Task<string> log)
    {
        while (true)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync("127.0.0.1", _port);
                return;
            }
            catch (SocketException)
            {
                if (_process.HasExited)
                {
                    throw new ServerStartException($"PgBouncer ended with {_process.ExitCode}: {await log}");
                }

                await Task.Delay(TimeSpan.FromMilliseconds(50));
            }
        }
    }
}
