using System.Text;
using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Says more of an index or unique constraint.</summary>
public sealed class IndexBuilder
{
    private readonly TableName table;
    private readonly bool unique;
    private readonly List<IndexColumn> keys;
    private string? name;
    private string? where;
    private string? method;
    private IReadOnlyList<string> include = [];
    private bool concurrently;

    internal IndexBuilder(TableName table, IReadOnlyList<string> columns, bool unique)
    {
        this.table = table;
        this.unique = unique;
        keys = [.. columns.Select(column => new IndexColumn(column))];
    }

    /// <summary>The name.</summary>
    /// <param name="value">The name.</param>
    public IndexBuilder Name(string value) => Set(() => name = Require.Name(value, "an index"));

    /// <summary>Makes it a partial index: over the rows that meet the condition (SQLite, PostgreSQL).</summary>
    /// <param name="sql">The condition, in the database's own words.</param>
    public IndexBuilder Where(string sql) => Set(() => where = Require.Sql(sql, "an index's condition"));

    /// <summary>The method: <c>gin</c>, <c>gist</c>, <c>hash</c> … (PostgreSQL); <c>fulltext</c>, <c>spatial</c>, <c>hash</c> (MySQL, MariaDB).</summary>
    /// <param name="indexMethod">The method.</param>
    public IndexBuilder Using(string indexMethod) => Set(() => method = Require.Word(indexMethod, "the index method"));

    /// <summary>Columns carried along but not part of the key (PostgreSQL).</summary>
    /// <param name="columns">The columns.</param>
    public IndexBuilder Include(params IReadOnlyList<string> columns) => Set(() => include = Require.Columns(columns, "an index's Include"));

    /// <summary>Built without blocking writers (PostgreSQL); the migration needs <c>[NoTransaction]</c>.</summary>
    public IndexBuilder Concurrently() => Set(() => concurrently = true);

    /// <summary>One more column, after those said before.</summary>
    /// <param name="column">The column.</param>
    /// <param name="descending">Sorted downwards.</param>
    public IndexBuilder Column(string column, bool descending = false) =>
        Set(() => keys.Add(new IndexColumn(Require.Name(column, "an index's column"), Descending: descending)));

    /// <summary>An expression, after the keys said before (SQLite, PostgreSQL, MySQL).</summary>
    /// <param name="sql">The expression, in the database's own words, without parentheses around it.</param>
    /// <param name="descending">Sorted downwards.</param>
    public IndexBuilder Expression(string sql, bool descending = false) =>
        Set(() => keys.Add(new IndexColumn(Require.Sql(sql, "an index's expression"), IsExpression: true, descending)));

    /// <summary>Sorts columns of the index downwards.</summary>
    /// <param name="columns">Columns that the index has already.</param>
    /// <exception cref="CairnException">The index does not have one of them (CAIRN3013).</exception>
    public IndexBuilder Descending(params IReadOnlyList<string> columns)
    {
        foreach (var column in Require.Columns(columns, "an index's Descending"))
        {
            var at = keys.FindIndex(key => !key.IsExpression && key.Name == column);
            keys[at >= 0 ? at : throw Require.Error($"The index does not have the column {column}.", "Name it in Index(…) first.")] = new IndexColumn(column, Descending: true);
        }

        return this;
    }

    internal IEnumerable<TableChange> Finish()
    {
        if (keys.Count == 0)
        {
            throw Require.Error($"An index of {table} names no column.", "Name at least one, or add .Expression(…).");
        }

        var parts = keys.Select(key => key.IsExpression ? Slug(key.Name) : key.Name);
        var finalName = name ?? (unique ? NameGenerator.Unique(table.Name, parts) : NameGenerator.Index(table.Name, parts));
        var plain = where is null && method is null && include.Count == 0 && !concurrently && keys.TrueForAll(key => !key.IsExpression && !key.Descending);
        return unique && plain
            ? [new AddUnique(new UniqueDefinition(finalName, [.. keys.Select(key => key.Name)]))]
            : [new AddIndex(new IndexDefinition(finalName, [.. keys])
            {
                IsUnique = unique, Where = where, Method = method, Include = include, Concurrently = concurrently,
            })];
    }

    /// <summary>An expression's letters and digits, the rest as single underscores: <c>lower(email)</c> gives <c>lower_email</c>.</summary>
    private static string Slug(string expression)
    {
        var slug = new StringBuilder();
        foreach (var c in expression)
        {
            if (char.IsLetterOrDigit(c))
            {
                slug.Append(c);
            }
            else if (slug.Length > 0 && slug[^1] != '_')
            {
                slug.Append('_');
            }
        }

        return slug.ToString().TrimEnd('_');
    }

    private IndexBuilder Set(Action change)
    {
        change();
        return this;
    }
}
