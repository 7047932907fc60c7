using System.Diagnostics.CodeAnalysis;
using System.Net.Sockets;
using Cairn.Runtime.Data.Clients;
using Cairn.Tool;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Output;

namespace Cairn.Launcher;

/// <summary>
/// Looks whether there is nothing to do, by the tool's own code. That alone is answered here, and a server that cannot be had; whatever else comes of it is forgotten, and the
/// tool finds it out by itself.
/// </summary>
internal static class Glance
{
    /// <summary>Looks.</summary>
    /// <returns>The exit code; null where the tool has to run.</returns>
    // Drivers are found by name, and what the runtime asks of them, too: the compiler must be told of both.
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, "Npgsql.NpgsqlFactory", "Npgsql")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, "Npgsql.NpgsqlConnection", "Npgsql")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicFields, "Microsoft.Data.Sqlite.SqliteFactory", "Microsoft.Data.Sqlite")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, "Microsoft.Data.Sqlite.SqliteConnection", "Microsoft.Data.Sqlite")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicProperties, "Microsoft.Data.Sqlite.SqliteException", "Microsoft.Data.Sqlite")]
    [DynamicDependency(DynamicallyAccessedMemberTypes.PublicMethods, "SQLitePCL.Batteries_V2", "SQLitePCLRaw.batteries_v2")]
    public static async Task<int?> TryAsync(string[] arguments)
    {
        using var signals = new StopSignals();
        var process = ToolHost.OfProcess(arguments);
        using StringWriter output = new(), errors = new();
        var host = process with { Out = output, Error = errors, In = TextReader.Null, InIsTerminal = false };
        if (await ReportAsync(host, signals.Token) is not var (report, printer))
        {
            return null;
        }

        var code = ReportPrinter.Print(report, printer);
        await process.Error.WriteAsync(errors.ToString());
        await process.Out.WriteAsync(output.ToString());
        return code;
    }

    /// <summary>Prints text whatever was asked for.</summary>
    public static Printer OfText(ToolHost host) => new(host, GlobalFlags.Peek(host.Arguments) with { Json = false });

    private static async Task<(CommandReport Report, Printer Printer)?> ReportAsync(ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            // What writes the JSON document would be as large as all the rest of this program, and each start would take longer for it.
            if (PlainArguments.Read(host.Arguments) is not { Body: not null, Flags: { Version: false, Json: false } } line)
            {
                return null;
            }

            var printer = new Printer(host, line.Flags);
            var report = await CommandRunner.RunAsync(line, host, printer, cancellationToken);
            if (report.Error is null || IsOfServer(report.Error))
            {
                return (report, printer);
            }
        }
#pragma warning disable CA1031 // Whatever it is: if it is so for the tool, too, the tool says it.
        catch (Exception)
#pragma warning restore CA1031
        {
            // Nothing was done.
        }

        // Who asked to stop does not want the tool to begin.
        return cancellationToken.IsCancellationRequested ? (CommandRunner.Cancelled(new CommandReport("")), OfText(host)) : null;
    }

    /// <summary>The tool would be told the same, after waiting as long once more, or as one more failed login.</summary>
    private static bool IsOfServer(CairnException error) =>
        error.Code is ErrorCodes.LoginRefused or ErrorCodes.DatabaseMissing || Causes.Of(error).Any(cause => cause is SocketException or TimeoutException);
}
