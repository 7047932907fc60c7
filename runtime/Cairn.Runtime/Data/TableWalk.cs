using Cairn.Runtime.Data.Connections;
using SqlKata;
using SqlKata.Execution;

namespace Cairn.Runtime.Data;

/// <summary>Reads a table in the order of its primary key, some rows at a time, always from the last key on.</summary>
internal sealed class TableWalk
{
    private readonly Db db;
    private readonly MigrationSession session;
    private readonly string table;
    private readonly int size;
    private readonly IReadOnlyList<string> keys;
    private readonly Func<Query, Query> where;
    private object?[]? last;

    private TableWalk(Db db, MigrationSession session, string table, int size, IReadOnlyList<string> keys, Func<Query, Query>? where)
    {
        this.db = db;
        this.session = session;
        this.table = table;
        this.size = size;
        this.keys = keys;

        // In parentheses, or an OR in it would let rows from before the last key in, for ever.
        this.where = where is null ? query => query : query => query.Where(group => where(group));
    }

    /// <summary>How many rows there were at the start.</summary>
    public long Total { get; private set; }

    public long Walked { get; private set; }

    public static async Task<TableWalk> BeginAsync(Db db, MigrationSession session, string table, int size, Func<Query, Query>? where)
    {
        var primaryKey = await db.Inspect.PrimaryKey(table);
        if (primaryKey.Count == 0)
        {
            throw new CairnException(ErrorCodes.ObjectMissing, $"db.Batch walks a table by its primary key, and {table} has none.")
            {
                Fix = "Give the table a primary key, or do the work in one UPDATE.",
            };
        }

        var walk = new TableWalk(db, session, table, size, primaryKey, where);
        walk.Total = await walk.where(db.Query(table)).CountAsync<long>();
        return walk;
    }

    public async Task<IReadOnlyList<DbRow>> NextAsync()
    {
        var query = where(db.Query(table)).OrderBy([.. keys]).Limit(size);
        if (last is not null)
        {
            query = After(query, last);
        }

        var rows = (await query.GetAsync(cancellationToken: session.RunToken)).Cast<IDictionary<string, object?>>().Select(DbRow.From).ToList();
        if (rows.Count > 0)
        {
            last = [.. keys.Select(key => rows[^1][key])];
            Walked += rows.Count;
        }

        return rows;
    }

    /// <summary>(a, b) &gt; (x, y) spelt out, since not every version of every database compares rows by index.</summary>
    private Query After(Query query, object?[] from) => query.Where(all =>
    {
        for (var depth = 0; depth < keys.Count; depth++)
        {
            var upTo = depth;
            all.OrWhere(one =>
            {
                for (var index = 0; index < upTo; index++)
                {
                    one.Where(keys[index], from[index]);
                }

                return one.Where(keys[upTo], ">", from[upTo]);
            });
        }

        return all;
    });
}
