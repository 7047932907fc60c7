using System.Globalization;

namespace Cairn.Engines.Tests.Servers;

/// <summary>A fresh PostgreSQL cluster in a folder, and its server; nothing of it is worth keeping, so nothing is synced.</summary>
internal static class PostgresStart
{
    private const int Attempts = 3;

    /// <returns>The port.</returns>
    public static async Task<int> RunAsync(string binaries, string folder, string password)
    {
        var data = Path.Combine(folder, "data");
        var secret = Path.Combine(folder, "password");
        await File.WriteAllTextAsync(secret, password + "\n");
        await Commands.GiveAsync(folder);
        await Commands.GiveAsync(secret);
        // With trust a wrong password would be let in, and a test of it would pass without testing.
        await Commands.RunAsync(
            Path.Combine(binaries, "initdb"),
            ["-D", data, "-U", "postgres", "-A", "scram-sha-256", $"--pwfile={secret}", "-E", "UTF8", "--no-locale", "--no-sync"]);

        for (var attempt = 1; ; attempt++)
        {
            var port = ServerFolder.FreePort();
            try
            {
                await StartAsync(binaries, folder, data, port);
                return port;
            }
            catch (ServerStartException) when (attempt < Attempts)
            {
                // Somebody took the port between our look and the server's: take another.
            }
        }
    }

    private static async Task StartAsync(string binaries, string folder, string data, int port)
    {
        // No socket: its path may be too long (107 bytes), and nobody needs it.
        string[] settings =
        [
            "-c listen_addresses=127.0.0.1", string.Create(CultureInfo.InvariantCulture, $"-c port={port}"), "-c unix_socket_directories=",
            "-c fsync=off", "-c synchronous_commit=off", "-c full_page_writes=off", "-c max_connections=100",
        ];
        var log = Path.Combine(data, "server.log");
        try
        {
            await Commands.RunAsync(
                Path.Combine(binaries, "pg_ctl"),
                ["-D", data, "-w", "-t", "60", "-l", log, "-o", string.Join(' ', settings), "start"]);
        }
        catch (ServerStartException error)
        {
            var reason = File.Exists(log) ? await File.ReadAllTextAsync(log) : "";
            throw new ServerStartException($"{error.Message}\n{reason}");
        }

        var first = File.ReadLines(Path.Combine(data, "postmaster.pid")).First();
        var mark = ProcessMark.Of(int.Parse(first, CultureInfo.InvariantCulture));
        ServerFolder.Note(folder, mark ?? throw new ServerStartException("PostgreSQL ended right after its start."));
    }
}
