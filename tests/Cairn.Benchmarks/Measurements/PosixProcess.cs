using System.Runtime.InteropServices;

namespace Cairn.Benchmarks.Measurements;

/// <summary>The calls of the operating system that start a process and account for it: <c>System.Diagnostics.Process</c> does not tell a child's usage.</summary>
internal static partial class PosixProcess
{
    private const int WriteCreateTruncate = 0x241;
    private const int ReadForOwner = 0b110_100_100;

    // More than any C library's; it fills what it needs.
    private const int ActionsSize = 512;

    /// <summary>Starts a program in a folder, with no input, and its output in a file.</summary>
    /// <returns>Its number.</returns>
    public static unsafe int Start(ProcessCall call)
    {
        var actions = Marshal.AllocHGlobal(ActionsSize);
        try
        {
            Check(ActionsInit(actions), call);
            Check(AddFolder(actions, call.Folder), call);
            Check(AddOpen(actions, 0, "/dev/null", 0, 0), call);
            Check(AddOpen(actions, 1, call.Output, WriteCreateTruncate, ReadForOwner), call);
            Check(AddCopy(actions, 1, 2), call);
            Check(Spawn(out var id, call.Program, actions, IntPtr.Zero, [call.Program, .. call.Arguments, null], Variables(call)), call);
            _ = ActionsDestroy(actions);
            return id;
        }
        finally
        {
            Marshal.FreeHGlobal(actions);
        }
    }

    /// <summary>Waits for its end.</summary>
    /// <returns>Its exit code, and its processor time in milliseconds.</returns>
    public static (int ExitCode, double Processor) Wait(int id)
    {
        var usage = new long[32];
        int status;
        while (Wait4(id, out status, 0, usage) < 0)
        {
            if (Marshal.GetLastPInvokeError() is var error && error != 4)
            {
                throw new InvalidOperationException($"wait4 failed with {error}.");
            }
        }

        var signal = status & 0x7f;
        return (signal == 0 ? (status >> 8) & 0xff : -signal, ((usage[0] + usage[2]) * 1000.0) + ((usage[1] + usage[3]) / 1000.0));
    }

    private static string?[] Variables(ProcessCall call)
    {
        var all = Environment.GetEnvironmentVariables().Cast<System.Collections.DictionaryEntry>()
            .Where(pair => !((string)pair.Key).StartsWith("CAIRN_", StringComparison.Ordinal) && !((string)pair.Key).StartsWith("DOTNET_CLI", StringComparison.Ordinal))
            .ToDictionary(pair => (string)pair.Key, pair => (string?)pair.Value, StringComparer.Ordinal);
        foreach (var (name, value) in call.Environment)
        {
            all[name] = value;
        }

        return [.. all.Select(pair => $"{pair.Key}={pair.Value}"), null];
    }

    private static void Check(int result, ProcessCall call)
    {
        if (result != 0)
        {
            throw new InvalidOperationException($"{call.Program} does not start: error {result}.");
        }
    }

    [LibraryImport("libc", EntryPoint = "posix_spawn", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Spawn(out int id, string path, IntPtr actions, IntPtr attributes, string?[] arguments, string?[] variables);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_init")]
    private static partial int ActionsInit(IntPtr actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_destroy")]
    private static partial int ActionsDestroy(IntPtr actions);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addchdir_np", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddFolder(IntPtr actions, string folder);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_addopen", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int AddOpen(IntPtr actions, int descriptor, string path, int flags, uint mode);

    [LibraryImport("libc", EntryPoint = "posix_spawn_file_actions_adddup2")]
    private static partial int AddCopy(IntPtr actions, int from, int to);

    [LibraryImport("libc", EntryPoint = "wait4", SetLastError = true)]
    private static partial int Wait4(int id, out int status, int options, [Out] long[] usage);
}
