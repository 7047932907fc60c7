using System.Globalization;
using Cairn.Engines.Tests.Tools;

namespace Cairn.Engines.Tests.Servers;

/// <summary>Where MySQL is, and a fresh data folder and its server.</summary>
internal static class MySqlStart
{
    /// <summary>
    /// By the variable, else what <c>tests/install-mysql.sh</c> has unpacked. Not on PATH: a <c>mysqld</c> there is MariaDB on most machines.
    /// </summary>
    public static ServerLocation Find()
    {
        const string Variable = "CAIRN_TEST_MYSQL";
        var unpacked = Path.Combine(Repository.Root, "artifacts", "mysql");
        var reason = $"tests/install-mysql.sh has unpacked none; or set {Variable} to a URL (mysql://user:password@host:3306/) or a folder with mysqld.";
        if (!string.IsNullOrEmpty(Environment.GetEnvironmentVariable(Variable)))
        {
            return ServerLocation.Find(Variable, ["mysqld"], [], "MySQL");
        }

        return File.Exists(Path.Combine(unpacked, "mysqld")) ? new(null, unpacked, "") : new(null, null, reason);
    }

    /// <returns>The port; the server may not answer yet.</returns>
    public static async Task<int> RunAsync(string binaries, string folder)
    {
        var data = Path.Combine(folder, "data");
        var program = Path.Combine(binaries, "mysqld");
        // As root it stays root: what is unpacked in the repository need not be open to other accounts.
        string[] common = ["--no-defaults", $"--datadir={data}", .. Commands.IsRoot ? new[] { "--user=root" } : []];
        await Commands.RunAsync(program, [.. common, "--initialize-insecure"], asAccount: false);

        var port = ServerFolder.FreePort();
        var server = Commands.Start(
            program,
            [
                .. common, string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--bind-address=127.0.0.1",
                $"--socket={data}/s.sock", $"--pid-file={data}/pid", $"--log-error={Path.Combine(folder, "server.log")}",
                // Nothing of it is worth keeping, and no statement may touch the machine's files.
                "--mysqlx=OFF", "--disable-log-bin", "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-flush-method=fsync",
                "--secure-file-priv=NULL",
            ],
            asAccount: false);
        // It writes to its log only; nobody reads these, and a full pipe would stop it.
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        ServerFolder.Note(folder, ProcessMark.Of(server));
        return port;
    }
}
