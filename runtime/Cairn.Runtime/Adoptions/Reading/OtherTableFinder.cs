using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Data.Connections;
using Cairn.Schema;

namespace Cairn.Runtime.Adoptions.Reading;

/// <summary>Finds another tool's table by its name, however the database spells that.</summary>
internal sealed class OtherTableFinder(RunConnection connection, AdoptedSystem system)
{
    /// <summary>The table as the database spells it.</summary>
    /// <param name="named">The table that the user named; null for the tool's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">There is none, or there are several (CAIRN5301).</exception>
    public async Task<TableName> FindAsync(string? named, CancellationToken cancellationToken)
    {
        IReadOnlyList<TableName> wanted = named is null ? [.. system.Tables.Select(name => new TableName(name))] : [TableName.Parse(named)];
        var schema = wanted[0].Schema;
        var there = (await connection.Catalogue.ListTablesAsync(schema, cancellationToken)).Select(table => table.Name.Name).ToList();
        var found = wanted.Select(table => Spelled(there, table.Name)).OfType<string>().Distinct(StringComparer.Ordinal).ToList();
        return found switch
        {
            [var one] => new TableName(one, schema),
            [] => throw OtherErrors.Missing(system, wanted, named is null ? Others(there) : [], await ElsewhereAsync(wanted, cancellationToken)),
            _ => throw OtherErrors.Several(system, found),
        };
    }

    /// <summary>As it is written, else the one that differs in the case of its letters only.</summary>
    private static string? Spelled(List<string> there, string name) => there.Contains(name, StringComparer.Ordinal)
        ? name
        : there.Where(table => table.Equals(name, StringComparison.OrdinalIgnoreCase)).ToList() is [var one] ? one : null;

    private List<(AdoptedSystem System, string Table)> Others(List<string> there) =>
    [
        .. AdoptedSystems.All.Where(other => other != system)
            .Select(other => (other, Table: other.Tables.Select(name => Spelled(there, name)).FirstOrDefault(table => table is not null)))
            .Where(pair => pair.Table is not null)
            .Select(pair => (pair.other, pair.Table!)),
    ];

    // A tool that was told a schema has its table there, and a connection's own schema is another.
    private async Task<IReadOnlyList<string>> ElsewhereAsync(IReadOnlyList<TableName> wanted, CancellationToken cancellationToken)
    {
        if (connection.Client.Client != Client.Postgres)
        {
            return [];
        }

        const string Sql = "SELECT table_schema::text AS place, table_name::text AS name FROM information_schema.tables WHERE lower(table_name) = lower(CAST(@p0 AS text)) ORDER BY 1";
        var found = new List<string>();
        foreach (var table in wanted)
        {
            found.AddRange((await connection.QueryAsync(Sql, [table.Name], cancellationToken)).Select(row => $"{row.Text("place")}.{row.Text("name")}"));
        }

        return found;
    }
}
