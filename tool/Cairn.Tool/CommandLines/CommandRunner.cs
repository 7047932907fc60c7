using Cairn.Tool.Commands;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.CommandLines;

/// <summary>From arguments to an exit code: parse, run, print.</summary>
internal static class CommandRunner
{
    public static async Task<int> RunAsync(ToolHost host, CancellationToken cancellationToken)
    {
        var printer = new Printer(host, GlobalFlags.Peek(host.Arguments));
        var command = "";
        var report = await EndedAsync(
            async () =>
            {
                var line = CommandLine.Parse(host.Arguments);
                (printer, command) = (new Printer(host, line.Flags), line.Command);
                if (line.Flags.Help)
                {
                    await host.Out.WriteAsync(line.HelpText());
                    return null;
                }

                return await RunAsync(line, host, printer, cancellationToken);
            },
            () => new CommandReport(command), host, cancellationToken);
        return report is null ? ExitCodes.Done : ReportPrinter.Print(report, printer);
    }

    /// <summary>Runs a command on the database of a context; whatever comes of it is in the report.</summary>
    public static async Task<CommandReport> RunAsync(CommandBody body, CommandContext context, CancellationToken cancellationToken) =>
        (await EndedAsync(async () => await MergedAsync(body, context, cancellationToken), () => new CommandReport(context.Command) { Client = context.KnownTarget?.Client, Database = context.KnownTarget?.Database }, context.Host, cancellationToken))!;

    /// <summary>The user asked to stop, and it did.</summary>
    public static CommandReport Cancelled(CommandReport report) =>
        report with { Error = new CairnException(ErrorCodes.Cancelled, "cancelled.") { DatabaseState = "what was not committed was rolled back" } };

    private static async Task<CommandReport?> EndedAsync(Func<Task<CommandReport?>> run, Func<CommandReport> empty, ToolHost host, CancellationToken cancellationToken)
    {
        try
        {
            return await run();
        }
        catch (CairnException error)
        {
            return empty() with { Error = error };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            return Cancelled(empty());
        }
#pragma warning disable CA1031 // The last catch there is: whatever comes here is a defect, and is told as one.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            return empty() with { Error = CrashReport.Write(defect, host) };
        }
    }

    /// <summary>Runs what a command line says; what is thrown is the caller's to tell, but for the errors that a command means to end with.</summary>
    public static async Task<CommandReport> RunAsync(ParsedCommandLine line, ToolHost host, Printer printer, CancellationToken cancellationToken)
    {
        if (line.Flags.Version)
        {
            return new CommandReport(line.Command) { Answer = [ToolHost.Version], Version = ToolHost.Version };
        }

        if (line.Body is null)
        {
            printer.Note(line.HelpText());
            throw OptionReading.Wrong("no command was given.", $"{CommandLine.ProgramName} migrate:latest applies what is pending; --help lists the commands.");
        }

        cancellationToken.ThrowIfCancellationRequested();
        using var context = new CommandContext(host, printer, line.Flags, new Lazy<ToolSettings>(() => SettingsReader.Read(line.Options, host)), line.Command);
        using var told = cancellationToken.Register(context.Observer.Cancelling);
        return await MergedAsync(line.Body, context, cancellationToken);
    }

    // An error, too, is told with the database and the warnings that were known by then.
    private static async Task<CommandReport> MergedAsync(CommandBody body, CommandContext context, CancellationToken cancellationToken)
    {
        CommandReport report;
        try
        {
            report = await body(context, cancellationToken);
        }
        catch (CairnException error)
        {
            report = new CommandReport(context.Command) { Error = error };
        }

        return report with
        {
            Client = report.Client ?? context.KnownTarget?.Client,
            Database = report.Database ?? context.KnownTarget?.Database,
            Warnings = context.Observer.Warnings.Count == 0 ? report.Warnings : [.. report.Warnings.Union(context.Observer.Warnings, StringComparer.Ordinal)],
        };
    }
}
