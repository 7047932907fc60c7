using Cairn.Runtime.Execution;

namespace Cairn.Tool.Commands;

/// <summary>Every command, in the order of the help; of the launcher, those that most often find nothing to do.</summary>
internal static class CommandList
{
    public static IReadOnlyList<ICommand> All { get; } = LookOnly.IsOn ? [new BootstrapCommand(), new DatabaseInstallCommand(), new MigrateLatestCommand(), new MigrateCurrentCommand()] :
    [
        new InitCommand(),
        new BootstrapCommand(),
        new DatabaseInstallCommand(),
        new MigrateLatestCommand(),
        new MigrateUpCommand(),
        new MigrateDownCommand(),
        new MigrateRollbackCommand(),
        new MigrateRedoCommand(),
        new MigrateResetCommand(),
        new MigrateListCommand(),
        new MigrateCurrentCommand(),
        new MigrateValidateCommand(),
        new MigratePlanCommand(),
        new MigrateDrillCommand(),
        new MigrateLintCommand(),
        new MigrateMakeCommand(),
        new MigrateMarkCommand(),
        new MigrateAdoptCommand(),
        new MigrateSquashCommand(),
        new MigrateBundleCommand(),
        new MigrateUnlockCommand(),
        new SchemaFingerprintCommand(),
        new SchemaSnapshotCommand(),
        new SchemaDiffCommand(),
        new SchemaApplyCommand(),
        new SeedMakeCommand(),
        new SeedRunCommand(),
        new DriverListCommand(),
        new DriverAddCommand(),
        new CacheClearCommand(),
        new ConfigCommand(),
        new DoctorCommand(),
        new CompletionCommand(),
    ];
}
