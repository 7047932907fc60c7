using Cairn.Runtime.Migrations;
using Cairn.Runtime.Migrations.Sources;

namespace Cairn.Runtime.BuiltIn;

/// <summary>Cairn's own migrations: they create and evolve its tables, and are listed and recorded as any other.</summary>
public static class BuiltInMigrations
{
    /// <summary>The source of them; new ones are added here, with the next free <c>Z</c> version of their day.</summary>
    public static IMigrationSource Source { get; } =
        new AssemblySource([typeof(CreateTrackingTable), typeof(CreateHistoryLog), typeof(CreateJournal)], MigrationSourceKind.BuiltIn);
}
