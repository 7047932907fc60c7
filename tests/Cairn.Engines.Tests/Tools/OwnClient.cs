using System.Diagnostics;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Tools;

/// <summary>The database's own client program: psql, mariadb or sqlite3.</summary>
internal static class OwnClient
{
    /// <summary>Runs a script, and stops at its first error; the test is skipped where there is no such program.</summary>
    public static async Task RunAsync(TestDatabase database, string sql, string folder)
    {
        var file = Path.Combine(folder, "plan.sql");
        await File.WriteAllTextAsync(file, sql);
        var (program, arguments) = database switch
        {
            SqliteDatabase sqlite => ("sqlite3", (string[])["-bail", sqlite.File, ".read plan.sql"]),
            MySqlDatabase => ("mariadb", MariaDb(new Uri(database.Url), file)),
            _ => ("psql", ["-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file, database.Url]),
        };
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false, WorkingDirectory = folder };
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            Assert.Skip($"There is no {program} on this machine.");
            return;
        }

        using (process)
        {
            var output = process.StandardOutput.ReadToEndAsync();
            var errors = await process.StandardError.ReadToEndAsync();
            await process.WaitForExitAsync();
            Assert.True(process.ExitCode == 0 && !errors.Contains("rror", StringComparison.Ordinal), $"{program} ended with {process.ExitCode}:\n{errors}\n{await output}\n---\n{sql}");
        }
    }

    private static string[] MariaDb(Uri url, string file)
    {
        var account = url.UserInfo.Split(':', 2).Select(Uri.UnescapeDataString).ToArray();
        return
        [
            "--no-defaults", "--protocol=tcp", $"--host={url.Host}", $"--port={url.Port}", $"--user={account[0]}", .. account.Skip(1).Select(password => $"--password={password}"),
            "--default-character-set=utf8mb4", "-e", $"source {file}", url.AbsolutePath.Trim('/'),
        ];
    }
}
