using Cairn.Runtime.Data;
using Cairn.Runtime.Drills.Reports;

namespace Cairn.Runtime.Drills.Scratch;

/// <summary>A copy of a database to rehearse on. Disposing drops it, after its mark was checked; nothing else is ever dropped.</summary>
internal abstract class ScratchDatabase : IAsyncDisposable
{
    /// <summary>The copy, to connect to.</summary>
    public abstract DatabaseTarget Target { get; }

    /// <summary>How it was made.</summary>
    public required ScratchCopy Copy { get; init; }

    /// <summary>The name by which a statement could still reach the real database from the copy; null where none can.</summary>
    public virtual string? NameOfReal => null;

    /// <exception cref="CairnException">It is not what was made, so it stays (CAIRN5004), or it could not be dropped (CAIRN5005).</exception>
    public abstract ValueTask DisposeAsync();

    /// <summary>Makes a copy, after removing what killed drills left.</summary>
    /// <exception cref="CairnException">It cannot be made (CAIRN5002, 5003, 5005), or the database cannot be had.</exception>
    public static Task<ScratchDatabase> MakeAsync(ScratchRequest request, CancellationToken cancellationToken) => request.Source.Client switch
    {
        Client.Sqlite => SqliteScratch.MakeAsync(request, cancellationToken),
        Client.Postgres => PostgresScratch.MakeAsync(request, cancellationToken),
        _ => MySqlScratch.MakeAsync(request, cancellationToken),
    };
}

/// <summary>What to copy, and how.</summary>
/// <param name="Source">The database.</param>
/// <param name="Data">Which rows.</param>
/// <param name="Observer">Is told.</param>
internal sealed record ScratchRequest(DatabaseTarget Source, DrillData Data, IDrillObserver Observer)
{
    /// <summary>The database to use; null to make one.</summary>
    public DatabaseTarget? Given { get; init; }

    /// <summary>Nothing is copied: the scratch database has the settings of the real one, and is empty.</summary>
    public bool Empty { get; init; }

    /// <summary>Cairn's own tables: always copied whole.</summary>
    public required IReadOnlySet<string> OwnTables { get; init; }

    /// <summary>The most rows that a sample takes of a table, its parents' not counted.</summary>
    public int SampleRows { get; init; } = 1000;

    /// <summary>Whether a table gets all of its rows.</summary>
    public bool IsWhole(string table) => Data == DrillData.All || OwnTables.Contains(table);
}
