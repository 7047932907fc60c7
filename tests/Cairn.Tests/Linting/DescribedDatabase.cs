using Cairn.Runtime.Linting.Facts;
using Cairn.Schema;
using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Tests.Linting;

/// <summary>A database that has what a test says it has: its answers are given, none is worked out.</summary>
internal sealed class DescribedDatabase(Client client, string version = "15.0") : ILintDatabase
{
    private readonly Dictionary<TableName, (TableModel Model, long Rows)> tables = [];

    public Client Client => client;

    public Version Version { get; } = new(version);

    public bool? HasNulls { get; init; } = false;

    public bool? HasDuplicates { get; init; } = false;

    public bool? HasOrphans { get; init; } = false;

    public bool? HasValues { get; init; } = true;

    public bool? HasLonger { get; init; } = false;

    /// <summary>Adds a table; a column is its name and type, as <c>total integer</c>.</summary>
    public DescribedDatabase With(string table, long rows, params string[] columns)
    {
        var model = new TableModel(new TableName(table), IsView: false)
        {
            Columns = [.. columns.Select(column => column.Split(' ', 2)).Select(parts => new ColumnModel(parts[0], parts[1].Replace(" not null", "", StringComparison.Ordinal), !parts[1].EndsWith(" not null", StringComparison.Ordinal)))],
        };
        tables[model.Name] = (model, rows);
        return this;
    }

    /// <summary>Adds a check to the table that was added last.</summary>
    public DescribedDatabase Check(string table, string expression)
    {
        var name = new TableName(table);
        tables[name] = (tables[name].Model with { Checks = [new CheckModel("known", expression)] }, tables[name].Rows);
        return this;
    }

    public ValueTask<TableModel?> FindAsync(TableName table, CancellationToken cancellationToken) =>
        ValueTask.FromResult(tables.TryGetValue(table, out var found) ? found.Model : null);

    public ValueTask<CountedRows> RowsAsync(TableName table, CancellationToken cancellationToken) => ValueTask.FromResult(new CountedRows(tables[table].Rows));

    public ValueTask<bool?> HasValuesAsync(TableName table, string column, CancellationToken cancellationToken) => ValueTask.FromResult(HasValues);

    public ValueTask<bool?> HasNullsAsync(TableName table, string column, CancellationToken cancellationToken) => ValueTask.FromResult(HasNulls);

    public ValueTask<bool?> HasLongerAsync(TableName table, string column, long letters, CancellationToken cancellationToken) => ValueTask.FromResult(HasLonger);

    public ValueTask<bool?> HasDuplicatesAsync(TableName table, IReadOnlyList<string> columns, CancellationToken cancellationToken) => ValueTask.FromResult(HasDuplicates);

    public ValueTask<bool?> HasOrphansAsync(TableName table, ForeignKeyDefinition key, CancellationToken cancellationToken) => ValueTask.FromResult(HasOrphans);
}
