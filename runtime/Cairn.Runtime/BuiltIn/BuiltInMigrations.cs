using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.BuiltIn;

/// <summary>Cairn's own migrations: they create and evolve its tables, and are listed and recorded as any other.</summary>
public static class BuiltInMigrations
{
    /// <summary>The source of them; new ones are added here, with the next free <c>Z</c> version of their day.</summary>
    public static IMigrationSource Source { get; } = new Listed();

    /// <summary>The classes.</summary>
    internal static IReadOnlyList<Type> Types { get; } = [typeof(CreateTrackingTable), typeof(CreateHistoryLog), typeof(CreateJournal), typeof(CreateLeases)];

    // Their attributes say the same, and a test holds this to them; but reading attributes takes longer than all else that a run does with them.
    private sealed class Listed : IMigrationSource
    {
        private static readonly MigrationDescriptor[] Migrations =
        [
            Own("20261101ZA", "Create Tracking Table", typeof(CreateTrackingTable)),
            Own("20261101ZB", "Create History Log", typeof(CreateHistoryLog)),
            Own("20261101ZC", "Create Journal", typeof(CreateJournal)),
            Own("20261101ZD", "Create Leases", typeof(CreateLeases)),
        ];

        public SourceListing List(MigrationNaming naming) => new(Migrations, []);

        private static MigrationDescriptor Own(string version, string name, Type type) =>
            new(new MigrationVersion(version), name, MigrationSourceKind.BuiltIn, "built-in:" + version) { Format = ".class", Type = type };
    }
}
