using Cairn.Runtime.Data;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Microsoft.Extensions.Hosting;

namespace Cairn.Runtime.Hosting;

/// <summary>The one place where an application's options become the runtime's objects.</summary>
internal static class HostSettings
{
    public static async ValueTask<MigratorOptions> ReadAsync(
        CairnOptions options, IServiceProvider? services, IRunObserver observer, CancellationToken cancellationToken)
    {
        var environment = services?.GetService(typeof(IHostEnvironment)) as IHostEnvironment;
        var root = environment?.ContentRootPath ?? Directory.GetCurrentDirectory();
        var folders = options.ExtensionFolders.ConvertAll(given => Path.GetFullPath(given.Folder, root));
        return new MigratorOptions
        {
            Target = await TargetAsync(options, services, [.. folders.Select(folder => Path.Combine(folder, "drivers"))], cancellationToken),
            Sources = [.. options.Sources, .. Folders(options, root)],
            Formats = [.. options.Formats],
            Naming = Naming(options.Naming),
            Table = options.Table,
            OutOfOrder = options.OutOfOrder,
            Changed = options.Changed,
            Missing = options.Missing,
            LockTimeout = options.LockTimeout,
            StatementTimeout = options.StatementTimeout,
            DatabaseLockTimeout = options.DatabaseLockTimeout,
            Environment = environment?.EnvironmentName,
            Variables = options.Variables.AsReadOnly(),
            Services = services,
            Hooks = [.. options.Hooks],
            Observer = observer,
            ToolVersion = options.Application ?? ApplicationNames.Find(),
        };
    }

    /// <summary>The same for a drill, which connects by itself to databases that it makes, and in which nobody outside is to be told of a run.</summary>
    /// <exception cref="CairnException">It has no connection string (CAIRN5005).</exception>
    public static MigratorOptions ForDrill(MigratorOptions settings, string? connectionString)
    {
        var quiet = settings with { Hooks = [], Timekeeper = null };
        if (connectionString is not null)
        {
            return quiet with { Target = settings.Target with { Connect = null, ConnectionString = new Secret(connectionString) } };
        }

        return settings.Target.Connect is null ? quiet : throw new CairnException(
            ErrorCodes.ScratchFailed, "A drill makes databases of its own, for which it needs a connection string; the application gives connections.")
        {
            Fix = "Set options.DrillConnectionString; its user must be allowed to create databases.",
            DatabaseState = "Nothing was run.",
        };
    }

    private static ValueTask<DatabaseTarget> TargetAsync(
        CairnOptions options, IServiceProvider? services, IReadOnlyList<string> driverFolders, CancellationToken cancellationToken) =>
        options.Database is { } find
            ? find(services, driverFolders, cancellationToken)
            : throw new CairnException(ErrorCodes.ConnectionInvalid, "The application does not say which database its migrations are for.")
            {
                Fix = "Call options.UseDataSource(), UseConnectionString(…) or UseConnection(…).",
            };

    private static IEnumerable<IMigrationSource> Folders(CairnOptions options, string root) =>
        from given in options.ExtensionFolders
        let folder = Path.GetFullPath(Path.Combine(given.Folder, "migrations"), root)
        where !given.Optional || Directory.Exists(folder)
        select new FolderSource(folder, Path.IsPathRooted(given.Folder) ? folder : $"{given.Folder.Replace('\\', '/').TrimEnd('/')}/migrations");

    private static MigrationNaming Naming(string name) => MigrationNamings.Find(name) ?? throw new CairnException(
        ErrorCodes.SettingInvalid, $"There is no naming {name}.")
    {
        Fix = $"Known are {string.Join(", ", MigrationNamings.All.Select(naming => naming.Name))}.",
    };
}
