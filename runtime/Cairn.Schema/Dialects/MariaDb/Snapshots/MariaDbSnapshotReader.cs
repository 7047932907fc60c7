using Cairn.Schema.Dialects.MySql;
using Cairn.Schema.Dialects.MySql.Snapshots;
using Cairn.Schema.Dialects.MySql.Snapshots.Reading;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MariaDb.Snapshots;

/// <summary>Reads the whole structure of a database of MariaDB. Its catalogue tells nearly all: few tables need a query of their own.</summary>
internal sealed class MariaDbSnapshotReader : MySqlSnapshotReader
{
    protected override Client Client => Client.MariaDb;

    protected override StructureQueries Queries { get; } = MariaDbStructureQueries.All;

    protected override MySqlCatalogue Catalogue { get; } = new MariaDbCatalogue();

    protected override string UsualRule => "RESTRICT";

    protected override bool SpoilsBodies => false;

    protected override string RoutineGrant => "SELECT ON mysql.proc";

    /// <summary>
    /// Periods, partitions and the parsers of full-text indexes are in no table of the catalogue. A period shows itself by the check that the server
    /// makes for it.
    /// </summary>
    protected override bool NeedsText(TableRows table) => table.IsVersioned || table.IsPartitioned || table.Indexes.Any(row => row.Text("method") == "FULLTEXT")
        || table.Checks.Any(row => row.Text("level") == "Table" && row.Text("expression")?.Split(" < ") is [['`', .., '`'], ['`', .., '`']]);

    protected override ValueTask<string?> AlgorithmAsync(ICatalogueConnection connection, CatalogueRow view, CancellationToken cancellationToken) => new(view.Text("algorithm"));

    protected override ValueTask<IReadOnlyList<SnapshotObject>> SequencesAsync(
        ICatalogueConnection connection, IReadOnlyList<CatalogueRow> rows, CancellationToken cancellationToken) => SequenceFacts.ReadAsync(connection, rows, cancellationToken);
}
