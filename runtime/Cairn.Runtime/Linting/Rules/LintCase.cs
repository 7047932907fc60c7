using Cairn.Runtime.Linting.Facts;
using Cairn.Runtime.Linting.Recordings;
using Cairn.Runtime.Migrations;
using Cairn.Schema.Inspection;

namespace Cairn.Runtime.Linting.Rules;

/// <summary>What a rule looks at: one migration, and the database that it is for.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="Up">What going up asks for.</param>
/// <param name="Database">The database.</param>
internal sealed record LintCase(LoadedMigration Migration, LintRecording Up, ILintDatabase Database)
{
    /// <summary>What going down asks for; null where it has no function for that.</summary>
    public LintRecording? Down { get; init; }

    /// <summary>The database systems that the migrations are written for.</summary>
    public IReadOnlySet<Client> Clients { get; init; } = new HashSet<Client>();

    /// <summary>How long a statement waits for a lock, where the migration says nothing.</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(5);

    public Client Client => Database.Client;

    public Version Version => Database.Version;

    public bool IsMySqlFamily => Client is Client.MySql or Client.MariaDb;

    /// <summary>Whether going up is one transaction.</summary>
    public bool InTransaction => !Migration.UpOptions.NoTransaction && Client is Client.Postgres or Client.Sqlite;

    /// <summary>A table as the database has it now; null where it has none, or this migration has made it.</summary>
    public async ValueTask<TableModel?> FindAsync(LintTable? table, CancellationToken cancellationToken) =>
        table is { IsNew: false, InDatabase: { } name } && name.Name.Length > 0 ? await Database.FindAsync(name, cancellationToken) : null;

    /// <summary>A column as the database has it now; null where it has none.</summary>
    public async ValueTask<ColumnModel?> FindAsync(LintTable? table, string column, CancellationToken cancellationToken) =>
        table is not null && table.NewColumns.Contains(column)
            ? null
            : (await FindAsync(table, cancellationToken))?.Columns.FirstOrDefault(found => found.Name.Equals(column, StringComparison.OrdinalIgnoreCase));
}
