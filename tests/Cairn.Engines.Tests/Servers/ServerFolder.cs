using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace Cairn.Engines.Tests.Servers;

/// <summary>
/// The folder of a server that this run started, in memory where the machine has a memory disk (3 to 20 times faster).
/// Its name and its <c>owner</c> file let the next run end what a killed run left behind.
/// </summary>
public static class ServerFolder
{
    public const string Prefix = "cairn-server-";
    private const string OwnerFile = "owner";
    private const string ServerFile = "server";

    /// <summary>Where such folders are made.</summary>
    public static IEnumerable<string> Places => new[] { "/dev/shm", Path.GetTempPath() }.Where(Directory.Exists);

    public static string Create(string engine)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{Prefix}{engine}-{Environment.ProcessId}-{Guid.NewGuid():N}")[..48];
        var folder = Path.Combine(Places.First(IsWritable), name);
        Directory.CreateDirectory(folder);
        using var self = Process.GetCurrentProcess();
        File.WriteAllText(Path.Combine(folder, OwnerFile), ProcessMark.Of(self).ToString());
        return folder;
    }

    /// <summary>Notes the server's process, for the run that may have to end it.</summary>
    public static void Note(string folder, ProcessMark server) =>
        File.WriteAllText(Path.Combine(folder, ServerFile), server.ToString());

    public static ProcessMark? Owner(string folder) => ProcessMark.Read(Path.Combine(folder, OwnerFile));

    public static ProcessMark? Server(string folder) => ProcessMark.Read(Path.Combine(folder, ServerFile));

    public static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static bool IsWritable(string place)
    {
        var probe = Path.Combine(place, Prefix + "probe-" + Guid.NewGuid().ToString("N"));
        try
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return true;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
