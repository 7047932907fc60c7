using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>Reads from a table; <c>schema.table</c> and <c>table as t</c> are understood.</summary>
    public Query From(string table)
    {
        Sources.Set(EngineScope, Source.Of(table));
        return this;
    }

    /// <summary>Reads from a subquery.</summary>
    public Query From(Query query, string? alias = null)
    {
        Sources.Set(EngineScope, new Source(null, null, query.Clone(), alias ?? query.QueryAlias));
        return this;
    }

    /// <summary>Reads from a subquery built by the callback.</summary>
    public Query From(Func<Query, Query> callback, string? alias = null) => From(Built(callback), alias);

    /// <summary>Reads from raw SQL.</summary>
    public Query FromRaw(string sql, params object?[] bindings)
    {
        Sources.Set(EngineScope, new Source(null, RawSql.Of(sql, bindings), null, null));
        return this;
    }

    /// <summary>Puts a named subquery before the statement; the query's alias is its name.</summary>
    public Query With(Query query) =>
        With(query.QueryAlias ?? throw new InvalidOperationException("The query given to With has no name: call As(\"name\") on it, or use With(name, query)."), query);

    /// <summary>Puts a named subquery before the statement.</summary>
    public Query With(Func<Query, Query> callback) => With(Built(callback));

    /// <summary>Puts a named subquery before the statement.</summary>
    public Query With(string alias, Query query)
    {
        CommonTables.Add(EngineScope, new CommonTable(alias, query.Clone(), null, null));
        return this;
    }

    /// <summary>Puts a named subquery before the statement.</summary>
    public Query With(string alias, Func<Query, Query> callback) => With(alias, Built(callback));

    /// <summary>Puts a named list of rows before the statement.</summary>
    public Query With(string alias, IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> valuesCollection)
    {
        CommonTables.Add(EngineScope, new CommonTable(alias, null, null, Rows(columns, valuesCollection)));
        return this;
    }

    /// <summary>Puts named raw SQL before the statement.</summary>
    public Query WithRaw(string alias, string sql, params object?[] bindings)
    {
        CommonTables.Add(EngineScope, new CommonTable(alias, null, RawSql.Of(sql, bindings), null));
        return this;
    }

    private static ValueRows Rows(IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rows)
    {
        List<string> names = [.. columns];
        List<IReadOnlyList<object?>> values = [];
        foreach (var row in rows)
        {
            object?[] cells = [.. row];
            if (cells.Length != names.Count)
            {
                throw new InvalidOperationException($"Row {values.Count + 1} has {cells.Length} values for {names.Count} columns.");
            }

            values.Add(cells);
        }

        return names.Count > 0 && values.Count > 0
            ? new ValueRows(names, values)
            : throw new InvalidOperationException("At least one column and one row are needed.");
    }
}
