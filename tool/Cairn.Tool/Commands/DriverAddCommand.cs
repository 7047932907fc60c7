using Cairn.Runtime.Data.Clients;
using Cairn.Tool.Commands.Drivers;
using Cairn.Tool.Output;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Commands;

/// <summary>Fetches a driver.</summary>
internal sealed class DriverAddCommand : ICommand
{
    public IReadOnlyList<string> Names => ["driver:add"];

    public string Description => "Fetches an ADO.NET driver from NuGet, by your own sources, with what it needs, for all projects of this user. The .NET SDK does it.";

    public bool UsesSettings => false;

    public CommandBody Declare(CommandLineApplication app)
    {
        var package = app.Argument("package", "The package's name, and the version after an @ where it should not be the newest: MySqlConnector@2.4.0.");
        return (context, cancellationToken) => RunAsync(context, PackageRequest.Parse(package.Value), cancellationToken);
    }

    private static async Task<CommandReport> RunAsync(CommandContext context, PackageRequest package, CancellationToken cancellationToken)
    {
        var fetched = await FetchAsync(package, context.Host.WorkingFolder, cancellationToken);
        var folder = DriverStore.FolderOf(package.Id, fetched.Version);
        DriverFiles.Put(fetched.Files, folder);
        var clients = Enum.GetValues<Client>().Where(client => DriverLoader.Names(DatabaseClients.For(client)).Any(name => File.Exists(Path.Combine(folder, name + ".dll")))).ToList();
        var note = clients.Count == 0 ? "No driver that Cairn knows is among its files: dotnet cairn driver:list names those." : null;
        return new CommandReport(context.Command)
        {
            Version = fetched.Version,
            Files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)],
            Warnings = note is null ? [] : [note],
            Summary =
            [
                $"{package.Id} {fetched.Version}: {fetched.Files.Count} files in {folder}.",
                note ?? $"For {string.Join(" and ", clients.Select(ClientNames.Of))}; a driver that comes with the tool, or lies in the extensions folder's drivers/, is taken first.",
            ],
        };
    }

    /// <summary>Without a version the sources are asked for the newest; where they do not answer, one that was fetched by any project will do.</summary>
    private static async Task<FetchedPackage> FetchAsync(PackageRequest package, string workingFolder, CancellationToken cancellationToken)
    {
        try
        {
            return await PackageFetch.RunAsync(package, workingFolder, cancellationToken);
        }
        catch (CairnException error) when (error.Code == ErrorCodes.PackageNotFetched && package.Version is null && DriverFiles.AtHand(package.Id) is { } version)
        {
            return await PackageFetch.RunAsync(package with { Version = version }, workingFolder, cancellationToken);
        }
    }
}
