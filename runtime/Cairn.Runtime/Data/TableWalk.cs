using System.Text.Json;
using Cairn.Runtime.Data.Connections;
using Cairn.Runtime.Data.Statements;
using Cairn.Runtime.History.Journals;
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

    /// <summary>Walks to the end. Outside a transaction each batch commits together with the key that it ends at.</summary>
    public async Task RunAsync(Func<IReadOnlyList<DbRow>, Task> work, DbProgress progress)
    {
        var unit = session.BeginWalk(table);
        if (unit is { State: JournalState.Done })
        {
            Walked = unit.Affected;
            return;
        }

        if (unit?.Content is { } kept)
        {
            (last, Walked) = ([.. JsonSerializer.Deserialize<List<string?>>(kept)!.Select(TypedValue.Read)], unit.Affected);
            progress.Add(Walked);
        }

        while (await NextAsync() is { Count: > 0 } rows)
        {
            unit = unit is null ? await WithinAsync(work, rows) : await session.CommitTogetherAsync(unit, async row =>
            {
                await WithinAsync(work, rows);
                return row with { State = JournalState.Started, Affected = (int)Walked, Content = JsonSerializer.Serialize(last!.Select(TypedValue.Write)) };
            });
            progress.Add(rows.Count);
            if (session.FirstBatchIsEnough())
            {
                break;
            }
        }

        if (unit is not null)
        {
            await session.Journal!.SaveAsync(unit with { State = JournalState.Done, Affected = (int)Walked }, session.RunToken);
        }
    }

    private async Task<JournalRow?> WithinAsync(Func<IReadOnlyList<DbRow>, Task> work, IReadOnlyList<DbRow> rows)
    {
        await work(rows);
        await session.FlushAsync(CancellationToken.None);
        return null;
    }

    private async Task<IReadOnlyList<DbRow>> NextAsync()
    {
        var query = where(db.Query(table)).OrderBy([.. keys]).Limit(size);
        if (last is not null)
        {
            query = After(query, last);
        }

        // The place is kept, not the rows.
        session.ReadsAnew = true;
        List<DbRow> rows;
        try
        {
            rows = [.. (await query.GetAsync(cancellationToken: session.RunToken)).Cast<IDictionary<string, object?>>().Select(DbRow.From)];
        }
        finally
        {
            session.ReadsAnew = false;
        }

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
