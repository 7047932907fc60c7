using Cairn.Schema.Inspection;

namespace Cairn.Schema.Building;

public sealed partial class SchemaBuilder
{
    /// <summary>Whether there is a table or view of that name, once all that was said before has run.</summary>
    /// <param name="name">The table.</param>
    public async Task<bool> HasTable(string name) => await FindAsync(name) is not null;

    /// <summary>Whether the table is there and has the column.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column, in any letter case on databases that do not tell them apart.</param>
    public async Task<bool> HasColumn(string table, string column)
    {
        Require.Name(column, "a column");
        return await FindAsync(table) is { } model && model.Columns.Any(candidate => Same(candidate.Name, column));
    }

    /// <summary>Whether the table has an index, unique constraint or primary key over exactly these columns, in this order.</summary>
    /// <param name="table">The table.</param>
    /// <param name="columns">The columns.</param>
    public async Task<bool> HasIndex(string table, params IReadOnlyList<string> columns)
    {
        Require.Columns(columns, "HasIndex");
        return await FindAsync(table) is { } model
            && (model.Indexes.Any(index => index.Columns.All(key => !key.IsExpression) && SameAll(index.Columns.Select(key => key.Name), columns))
                || model.Uniques.Any(unique => SameAll(unique.Columns, columns))
                || (model.PrimaryKey is { } key && SameAll(key.Columns, columns)));
    }

    /// <summary>Whether the table has an index or unique constraint of that name.</summary>
    /// <param name="table">The table.</param>
    /// <param name="name">The index's name.</param>
    public async Task<bool> HasIndexByName(string table, string name)
    {
        Require.Name(name, "an index");
        return await FindAsync(table) is { } model
            && (model.Indexes.Any(index => Same(index.Name, name)) || model.Uniques.Any(unique => Same(unique.Name, name)));
    }

    private async Task<TableModel?> FindAsync(string name)
    {
        var table = Table(name);
        await recorder.FlushAsync(CancellationToken.None);
        return await recorder.Catalogue.FindTableAsync(table, CancellationToken.None);
    }

    private bool Same(string one, string other) =>
        string.Equals(one, other, recorder.Client == Client.Postgres ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);

    private bool SameAll(IEnumerable<string> one, IReadOnlyList<string> other)
    {
        var names = one.ToList();
        return names.Count == other.Count && names.Zip(other).All(pair => Same(pair.First, pair.Second));
    }
}
