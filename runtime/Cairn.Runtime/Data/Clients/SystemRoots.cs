using System.Data.Common;
using System.Runtime.InteropServices;
using Cairn.Runtime.Data.Connections;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// The certificates of the authorities that the system trusts. .NET reads all of them for an encrypted connection, also where the server's certificate is not verified; that takes longer
/// than all else that a look does. So a look does without them there. Not for programs that run scripts: what they ask of other servers is to be verified.
/// </summary>
internal static class SystemRoots
{
    private const string Nowhere = "/dev/null";

    // Where OpenSSL, and .NET, are told to look for them, and what they were told before.
    private static readonly string[] Places = ["SSL_CERT_DIR", "SSL_CERT_FILE"];
    private static string?[]? before;

    // Of libpq's modes those that verify nothing, and what is taken where none is given. A name that is not known is left to the driver.
    private static readonly string[] Unverified = ["allow", "prefer", "require"];

    /// <summary>Leaves them out where the connection verifies no certificate. Nothing that would be refused is let in by it: fewer certificates are trusted, not more.</summary>
    public static void LeaveOut(DbConnectionStringBuilder builder)
    {
        var mode = ConnectionTexts.Find(builder, "SslMode");
        if (!OperatingSystem.IsWindows() && (mode is null || Unverified.Contains(mode, StringComparer.OrdinalIgnoreCase)))
        {
            before ??= Array.ConvertAll(Places, Environment.GetEnvironmentVariable);
            foreach (var place in Places)
            {
                // Not by .NET, whose variables are its own: the C library reads those of the process.
                _ = Set(place, Nowhere, 1);
            }
        }
    }

    /// <summary>Gives the process its variables back, before it becomes another program.</summary>
    public static void Restore()
    {
        for (var index = 0; before is not null && index < before.Length; index++)
        {
            _ = before[index] is { } value ? Set(Places[index], value, 1) : Unset(Places[index]);
        }
    }

    [DllImport("libc", EntryPoint = "setenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Set([MarshalAs(UnmanagedType.LPUTF8Str)] string name, [MarshalAs(UnmanagedType.LPUTF8Str)] string value, int overwrite);

    [DllImport("libc", EntryPoint = "unsetenv")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Unset([MarshalAs(UnmanagedType.LPUTF8Str)] string name);
}
