using System.Globalization;

namespace Cairn.Engines.Tests.Servers;

/// <summary>A fresh MariaDB data folder and its server.</summary>
internal static class MariaDbStart
{
    /// <returns>The port; the server may not answer yet.</returns>
    public static async Task<int> RunAsync(string binaries, string folder, params string[] options)
    {
        var data = Path.Combine(folder, "data");
        var install = Installer(binaries);
        // Unpacked without root, the installation's root is two folders up, and its message files must be named.
        var root = Path.GetFullPath(Path.Combine(binaries, ".."));
        var messages = Path.Combine(root, "share", "mysql", "english");
        string[] place = Directory.Exists(messages) ? [$"--basedir={root}", $"--lc-messages-dir={messages}"] : [$"--basedir={root}"];
        await Commands.GiveAsync(folder);
        await Commands.RunAsync(
            install,
            ["--no-defaults", $"--datadir={data}", "--auth-root-authentication-method=normal", "--skip-test-db", .. place]);

        // A server that starts empties its folder for temporary tables; in one that is shared it would take those of the others.
        var temporary = Path.Combine(folder, "temporary");
        Directory.CreateDirectory(temporary);
        await Commands.GiveAsync(temporary);
        var port = ServerFolder.FreePort();
        var server = Commands.Start(
            Path.Combine(binaries, "mariadbd"),
            [
                "--no-defaults", $"--datadir={data}", string.Create(CultureInfo.InvariantCulture, $"--port={port}"), "--bind-address=127.0.0.1",
                $"--tmpdir={temporary}", $"--socket={data}/s.sock", $"--pid-file={data}/pid", $"--log-error={Path.Combine(folder, "server.log")}",
                // Without defaults the server's character set is latin1.
                "--character-set-server=utf8mb4", "--collation-server=utf8mb4_general_ci",
                // The default of versions before 10.10, under which a TIMESTAMP says more than it was told to.
                "--explicit-defaults-for-timestamp=OFF",
                "--innodb-flush-log-at-trx-commit=0", "--innodb-doublewrite=0", "--innodb-flush-method=fsync", .. place, .. options,
            ],
            asAccount: true);
        // It writes to its log only; nobody reads these, and a full pipe would stop it.
        server.BeginOutputReadLine();
        server.BeginErrorReadLine();
        ServerFolder.Note(folder, ProcessMark.Of(server));
        return port;
    }

    private static string Installer(string binaries)
    {
        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return path.Prepend(Path.Combine(binaries, "..", "bin")).Prepend(binaries)
            .Where(folder => folder.Length > 0)
            .Select(folder => Path.GetFullPath(Path.Combine(folder, "mariadb-install-db")))
            .FirstOrDefault(File.Exists)
            ?? throw new ServerStartException("mariadbd is there, but mariadb-install-db is not; install mariadb-client-core and mariadb-server-core.");
    }
}
