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
        var report = new CommandReport("");
        try
        {
            var line = CommandLine.Parse(host.Arguments);
            printer = new Printer(host, line.Flags);
            report = new CommandReport(line.Command);
            if (line.Flags.Help)
            {
                await host.Out.WriteAsync(line.HelpText());
                return ExitCodes.Done;
            }

            report = await RunAsync(line, host, printer, cancellationToken);
        }
        catch (CairnException error)
        {
            report = report with { Error = error };
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            report = report with { Error = new CairnException(ErrorCodes.Cancelled, "cancelled.") { DatabaseState = "what was not committed was rolled back" } };
        }
#pragma warning disable CA1031 // The last catch there is: whatever comes here is a defect, and is told as one.
        catch (Exception defect)
#pragma warning restore CA1031
        {
            report = report with { Error = CrashReport.Write(defect, host) };
        }

        return ReportPrinter.Print(report, printer);
    }

    private static async Task<CommandReport> RunAsync(ParsedCommandLine line, ToolHost host, Printer printer, CancellationToken cancellationToken)
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
        return await RunAsync(line.Body, context, cancellationToken);
    }

    // An error, too, is told with the database and the warnings that were known by then.
    private static async Task<CommandReport> RunAsync(CommandBody body, CommandContext context, CancellationToken cancellationToken)
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
