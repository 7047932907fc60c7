namespace Cairn.Runtime.Adoptions;

/// <summary>Record as applied what another tool's table says is applied.</summary>
/// <param name="System">Whose table: one of <see cref="AdoptedSystems.Names"/>.</param>
/// <param name="Table">The table, with its schema where it has one; null for the name that the tool gives it.</param>
/// <param name="DryRun">Only say what would be recorded.</param>
/// <example><code>await migrator.AdoptAsync(new AdoptRequest("knex") { IgnoreUnmatched = true }, token);</code></example>
public sealed record AdoptRequest(string System, string? Table = null, bool DryRun = false)
{
    /// <summary>Leave rows that no migration belongs to, and do not refuse because of them.</summary>
    public bool IgnoreUnmatched { get; init; }

    /// <summary>A row and a migration of one version belong together whatever their names are.</summary>
    public bool ByVersion { get; init; }
}
