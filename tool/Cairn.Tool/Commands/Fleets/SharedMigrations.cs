using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;
using Cairn.Tool.Commands.Runs;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands.Fleets;

/// <summary>The migrations of all targets: listed once, read once, compiled once, whichever of them comes to it first.</summary>
/// <param name="settings">What all targets have in common.</param>
/// <param name="observer">Is told what concerns all of them.</param>
/// <param name="bundleFile">The bundle that they come from; null for the extensions folders.</param>
internal sealed class SharedMigrations(ToolSettings settings, IRunObserver observer, string? bundleFile) : IDisposable
{
    private readonly ConcurrentDictionary<FolderUse, Lazy<MigrationContents>> _made = new();
    private readonly SharedListing _listing = new(observer);

    /// <summary>The same for each target.</summary>
    /// <exception cref="CairnException">The bundle cannot be used; the same for each target, too.</exception>
    public MigrationContents Contents(FolderUse folders) => _made.GetOrAdd(folders, use => new Lazy<MigrationContents>(() => Make(use))).Value;

    /// <summary>A hash of the versions that there are; empty where they cannot be listed.</summary>
    public string Identity()
    {
        try
        {
            var versions = MigrationSet.From(Contents(FolderUse.MayBeEmpty).Sources, MigratorFactory.Naming(settings)).Migrations.Select(migration => migration.Version.Text);
            return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', versions))));
        }
        catch (CairnException)
        {
            // Each run that needs them will tell.
            return "";
        }
    }

    public void Dispose()
    {
        foreach (var contents in _made.Values.Where(made => made.IsValueCreated))
        {
            foreach (var format in contents.Value.Formats.OfType<IDisposable>())
            {
                format.Dispose();
            }
        }
    }

    private MigrationContents Make(FolderUse folders)
    {
        var contents = bundleFile is null
            ? MigratorFactory.Contents(settings, observer, folders)
            : MigratorFactory.Contents(BundleOption.Open(bundleFile, settings), observer);
        return new MigrationContents([.. contents.Sources.Select(_listing.Share)], [.. contents.Formats.Select(format => new SharedFormat(format, _listing.Has))]);
    }
}
