using Cairn.Runtime.Data.Clients;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Commands;

/// <summary>Which driver each database would be reached through.</summary>
internal sealed class DriverListCommand : ICommand
{
    private static readonly string[] Headers = ["client", "driver", "version", "from"];

    public IReadOnlyList<string> Names => ["driver:list"];

    public string Description => "Lists the ADO.NET driver that each database would be reached through, its version and where it lies.";

    public CommandBody Declare(CommandLineApplication app) => (context, _) => Task.FromResult(Report(context));

    private static CommandReport Report(CommandContext context)
    {
        var folders = MigratorFactory.DriverFolders(context.Settings);
        var lines = Enum.GetValues<Client>().Select(client => Line(client, folders, context.Settings.WorkingFolder)).ToList();
        return new CommandReport(context.Command)
        {
            Drivers = lines,
            Table = new TextTable(Headers, lines.Select(line => (IReadOnlyList<string>)[line.Client, line.Driver ?? "none", line.Version ?? "", line.From ?? line.Problem ?? ""]).ToList()),
        };
    }

    private static DriverLine Line(Client client, IReadOnlyList<string> folders, string workingFolder)
    {
        var name = ClientNames.Of(client);
        try
        {
            var driver = DriverLoader.Find(DatabaseClients.For(client), folders);
            var folder = Path.TrimEndingDirectorySeparator(Path.GetDirectoryName(driver.Path) ?? "");
            var ours = folder == Path.TrimEndingDirectorySeparator(AppContext.BaseDirectory);
            return new DriverLine(name, driver.Name, driver.Version, ours ? "the tool" : DisplayPath.Of(folder, workingFolder), Problem: null);
        }
        catch (CairnException error)
        {
            return new DriverLine(name, Driver: null, Version: null, From: null, error.Code == ErrorCodes.DriverMissing ? error.Fix : $"{error.Message} ({error.File})");
        }
    }
}
