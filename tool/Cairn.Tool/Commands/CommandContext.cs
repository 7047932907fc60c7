using Cairn.Tool.Commands.Fleets;
using Cairn.Runtime.Data;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Schemas;
using Cairn.Tool.CommandLines;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Output;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>What a command has at hand.</summary>
/// <param name="host">The process around the tool.</param>
/// <param name="printer">Where to print.</param>
/// <param name="flags">The global options.</param>
/// <param name="settings">The effective settings, read when first asked for.</param>
/// <param name="command">The command's name.</param>
internal sealed class CommandContext(ToolHost host, Printer printer, GlobalFlags flags, Lazy<ToolSettings> settings, string command) : IDisposable
{
    public ToolHost Host => host;

    public Printer Printer => printer;

    public GlobalFlags Flags => flags;

    /// <exception cref="CairnException">A setting is wrong.</exception>
    public ToolSettings Settings => settings.Value;

    public string Command => command;

    /// <summary>The database, once it is known.</summary>
    public DatabaseTarget? KnownTarget => settings.IsValueCreated ? settings.Value.KnownConnection?.Target : null;

    /// <summary>Prints what happens while it happens.</summary>
    public ConsoleObserver Observer { get; } = new(printer);

    /// <summary>The bundle that the migrations come from; null for the extensions folders.</summary>
    public string? BundleFile { get; set; }

    /// <summary>What this database of a fleet has in common with the others; null for a command on one database.</summary>
    public FleetShare? Share { get; init; }

    /// <summary>A migrator for the effective settings.</summary>
    /// <param name="folders">What to do with the extensions folders.</param>
    public Migrator CreateMigrator(FolderUse folders = FolderUse.MayBeEmpty) => (Share, BundleFile) switch
    {
        ({ } share, _) => MigratorFactory.Create(Settings, Observer, share.Migrations.Contents(folders)),
        (null, { } file) => MigratorFactory.Create(Settings, Observer, BundleOption.Open(file, Settings)),
        _ => MigratorFactory.Create(Settings, Observer, folders),
    };

    /// <summary>The structure of the database of the effective settings.</summary>
    public SchemaSnapshots CreateSnapshots() => MigratorFactory.CreateSnapshots(Settings, Observer);

    public void Dispose() => Observer.Dispose();
}
