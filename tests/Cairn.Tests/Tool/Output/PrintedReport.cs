using Cairn.Tests.Tool.Calls;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tests.Tool.Output;

/// <summary>Prints a report as a command would, without a command.</summary>
internal static class PrintedReport
{
    public static CallResult Of(Func<CommandContext, CommandReport> make, GlobalFlags? flags = null)
    {
        using var tool = new CalledTool();
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var host = tool.Host(output, errors);
        var printer = new Printer(host, flags ?? new GlobalFlags());
        var settings = new Lazy<ToolSettings>(() => SettingsReader.Read(new Dictionary<SettingDefinition, IReadOnlyList<string>>(), host));
        using var context = new CommandContext(host, printer, flags ?? new GlobalFlags(), settings, "migrate:latest");
        var code = ReportPrinter.Print(make(context), printer);
        return new CallResult(code, output.ToString(), errors.ToString());
    }
}
