using System.Runtime.InteropServices;
using System.Runtime.InteropServices.Marshalling;
using Cairn.Runtime.Data.Clients;
using Cairn.Tool;
using Cairn.Tool.Output;

namespace Cairn.Launcher;

/// <summary>Makes this process the tool's: the same number, the same streams, and signals reach it as before.</summary>
internal static unsafe partial class Handover
{
    private const int FolderAndMask = 0x200;

    /// <summary>The tool's own program, which lies beside this one.</summary>
    public const string Program = "dotnet-cairn";

    /// <summary>Becomes the tool.</summary>
    /// <returns>The exit code where that failed; otherwise it does not return.</returns>
    public static int Run(string[] arguments)
    {
        var program = Path.Combine(AppContext.BaseDirectory, Program);
        var words = new byte*[arguments.Length + 2];
        words[0] = Utf8StringMarshaller.ConvertToUnmanaged(program);
        for (var index = 0; index < arguments.Length; index++)
        {
            words[index + 1] = Utf8StringMarshaller.ConvertToUnmanaged(arguments[index]);
        }

        SystemRoots.Restore();
        LetNoThreadFail();
        fixed (byte** pointer = words)
        {
            _ = Execute(words[0], pointer);
        }

        var error = Marshal.GetLastPInvokeErrorMessage();
        return ReportPrinter.Print(
            new CommandReport("")
            {
                Error = new CairnException(ErrorCodes.InstallationBroken, $"{program} cannot be started: {error}.")
                {
                    DatabaseState = "Nothing was run.",
                    Fix = "Install the tool again: dotnet tool uninstall Cairn.Tool, then dotnet tool install Cairn.Tool, with --global where it was installed so.",
                },
            },
            Glance.OfText(ToolHost.OfProcess(arguments)));
    }

    /// <summary>
    /// While Linux makes another program of a process, no thread of it can begin one: it refuses as long as they share the folder that they are in. .NET's pool takes that for a lack of memory, and would end
    /// the process by an unhandled exception just before it becomes the tool. So this thread shares nothing any more; and where a sandbox refuses that, a thread that fails waits for its end, which comes with the tool.
    /// </summary>
    private static void LetNoThreadFail()
    {
        AppDomain.CurrentDomain.UnhandledException += static (_, _) => Thread.Sleep(Timeout.Infinite);
        if (OperatingSystem.IsLinux())
        {
            _ = Unshare(FolderAndMask);
        }
    }

    [LibraryImport("libc", EntryPoint = "unshare")]
    private static partial int Unshare(int what);

    [LibraryImport("libc", EntryPoint = "execv", SetLastError = true)]
    private static partial int Execute(byte* path, byte** words);
}
