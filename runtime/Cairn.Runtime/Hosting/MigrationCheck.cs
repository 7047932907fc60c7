using Cairn.Runtime.Execution.Reports;

namespace Cairn.Runtime.Hosting;

/// <summary>What is outstanding.</summary>
/// <param name="Client">The database system.</param>
/// <param name="Database">The database's name.</param>
/// <param name="Pending">Known and not applied, in version order; renamed ones are among them.</param>
/// <param name="Missing">Applied and not known here, in version order: a newer release may have applied them.</param>
/// <param name="Changed">Applied, with another content than now. Not looked for where nothing is pending, unless the policy is to refuse them.</param>
public sealed record MigrationCheck(
    Client Client, string Database, IReadOnlyList<MigrationStatus> Pending, IReadOnlyList<MigrationStatus> Missing, IReadOnlyList<MigrationStatus> Changed)
{
    /// <summary>Whether nothing is pending.</summary>
    public bool IsUpToDate => Pending.Count == 0;

    internal static MigrationCheck Of(StatusReport status)
    {
        return new MigrationCheck(
            status.Client,
            status.Database,
            In(MigrationState.Pending, MigrationState.Renamed),
            In(MigrationState.Missing),
            In(MigrationState.Changed));

        IReadOnlyList<MigrationStatus> In(params MigrationState[] states) => [.. status.Migrations.Where(migration => states.Contains(migration.State))];
    }
}
