using Cairn.Runtime.Execution;
using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Namings;
using Cairn.Runtime.Migrations.Sources;
using Cairn.Runtime.Schemas;
using Cairn.Scripting.Bundles;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;
using Cairn.Tool.Commands.Drivers;
using Cairn.Tool.Settings;

namespace Cairn.Tool.Commands;

/// <summary>The one place where settings become the runtime's objects.</summary>
internal static class MigratorFactory
{
    public static Migrator Create(ToolSettings settings, IRunObserver observer, FolderUse folders) => new(Options(settings, observer, folders));

    /// <summary>For the migrations of a bundle, whatever is in the folders.</summary>
    public static Migrator Create(ToolSettings settings, IRunObserver observer, MigrationBundle bundle) => Create(settings, observer, Contents(bundle, observer));

    /// <summary>For migrations that are at hand.</summary>
    public static Migrator Create(ToolSettings settings, IRunObserver observer, MigrationContents contents) => new(Options(settings, observer, contents));

    public static SchemaSnapshots CreateSnapshots(ToolSettings settings, IRunObserver observer) => new(Options(settings, observer, FolderUse.None));

    /// <summary>The migrations of the extensions folders.</summary>
    public static MigrationContents Contents(ToolSettings settings, IRunObserver observer, FolderUse folders) => new(
        folders == FolderUse.None ? [] : Sources(settings, refuseEmpty: folders == FolderUse.MustHaveMigrations), LookOnly.IsOn ? [] : [Scripts(observer), new SqlFormat()]);

    /// <summary>The migrations of a bundle.</summary>
    public static MigrationContents Contents(MigrationBundle bundle, IRunObserver observer) => new(
        [bundle.Source], LookOnly.IsOn ? [] : [bundle.Scripts(Scripts(observer)), new SqlFormat()]);

    public static MigratorOptions Options(ToolSettings settings, IRunObserver observer, FolderUse folders) => Options(settings, observer, Contents(settings, observer, folders));

    public static MigratorOptions Options(ToolSettings settings, IRunObserver observer, MigrationContents contents) => new()
    {
        Target = settings.Connection.Target with { DriverFolders = DriverFolders(settings) },
        Sources = contents.Sources,
        Formats = contents.Formats,
        Naming = Naming(settings),
        Table = settings.Table,
        OutOfOrder = settings.OutOfOrder,
        Changed = settings.Changed,
        Missing = settings.Missing,
        LockTimeout = settings.LockTimeout,
        StatementTimeout = settings.StatementTimeout,
        DatabaseLockTimeout = settings.DatabaseLockTimeout,
        Environment = settings.Environment,
        Variables = settings.Variables.ToDictionary(variable => variable.Definition.Key[(variable.Definition.Key.IndexOf('.', StringComparison.Ordinal) + 1)..], variable => variable.Value!, StringComparer.Ordinal),
        Observer = observer,
        Stamps = CompileCache.FromEnvironment().Stamps,
        ToolVersion = ToolHost.Version,
    };

    /// <summary>The folders of all extensions folders; they make one order.</summary>
    public static IReadOnlyList<string> MigrationFolders(ToolSettings settings) =>
        settings.ExtensionFolders.Select(folder => Path.Combine(folder, "migrations")).ToList();

    /// <summary>Where drivers are looked for after the tool's own: the project's, then what <c>driver:add</c> fetched.</summary>
    public static IReadOnlyList<string> DriverFolders(ToolSettings settings) =>
        [.. settings.ExtensionFolders.Select(folder => Path.Combine(folder, "drivers")), .. DriverStore.Folders()];

    public static MigrationNaming Naming(ToolSettings settings) => MigrationNamings.Find(settings.Naming)!;

    /// <summary>One source for each extensions folder.</summary>
    public static IReadOnlyList<IMigrationSource> Sources(ToolSettings settings, bool refuseEmpty)
    {
        var folders = MigrationFolders(settings);
        // Of several folders one may have nothing yet; the only one without a migration is most likely the wrong one.
        return folders.Select(folder => new FolderSource(folder, DisplayPath.Of(folder, settings.WorkingFolder)) { RefuseEmpty = refuseEmpty && folders.Count == 1 }).ToList();
    }

    private static CsxFormat Scripts(IRunObserver observer) => new(new ScriptCompiler(CompileCache.FromEnvironment(observer.Warning))) { Warn = observer.Warning };
}

/// <summary>Where migrations come from, and what makes them runnable.</summary>
/// <param name="Sources">The sources, besides Cairn's own.</param>
/// <param name="Formats">The formats, besides compiled classes.</param>
internal sealed record MigrationContents(IReadOnlyList<IMigrationSource> Sources, IReadOnlyList<IMigrationFormat> Formats);

/// <summary>What a command does with the extensions folders.</summary>
internal enum FolderUse
{
    /// <summary>It works without them.</summary>
    None,

    /// <summary>They are read, and may have no migration yet.</summary>
    MayBeEmpty,

    /// <summary>Having no migration is most likely a mistake in the folder's name.</summary>
    MustHaveMigrations,
}
