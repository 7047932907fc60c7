using Cairn.Schema;

namespace Cairn;

public sealed partial class Db
{
    /// <summary>JSON columns the same way on every database.</summary>
    public DbJson Json { get; } = new();

    /// <summary>
    /// Walks a table by its primary key, some rows at a time, with progress. Outside a transaction ([NoTransaction], or MySQL and
    /// MariaDB) each batch commits by itself, so that a large table is not locked for long, and a run that was cut goes on where it stopped.
    /// </summary>
    /// <param name="table">The table; it needs a primary key.</param>
    /// <param name="size">The number of rows in a batch.</param>
    /// <param name="work">What to do with each batch; it may change the rows, but not their keys.</param>
    /// <param name="where">Narrows the rows down.</param>
    /// <returns>The number of rows walked.</returns>
    /// <exception cref="CairnException">There is no such table, or it has no primary key (CAIRN3010).</exception>
    /// <example><code>
    /// await db.Batch("orders", 1000, async rows =>
    /// {
    ///     foreach (var row in rows)
    ///         await db.Query("orders").Where("id", row["id"]).UpdateAsync(new { total = row.Get&lt;decimal&gt;("net") * 1.2m });
    /// });
    /// </code></example>
    public async Task<long> Batch(
        string table, int size, Func<IReadOnlyList<DbRow>, Task> work, Func<SqlKata.Query, SqlKata.Query>? where = null)
    {
        ArgumentNullException.ThrowIfNull(work);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        var walk = await Runtime.Data.TableWalk.BeginAsync(this, session, table, size, where);
        var progress = Progress(walk.Total);
        await walk.RunAsync(work, progress);
        return walk.Walked;
    }

    /// <summary>Loads rows the fastest way that the driver has: COPY on PostgreSQL, multi-row INSERT elsewhere.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">Objects whose properties are columns, dictionaries, or <see cref="DbRow"/>s; all with the same columns.</param>
    /// <returns>The number of rows loaded.</returns>
    /// <exception cref="CairnException">The rows do not have the same columns (CAIRN3013).</exception>
    /// <example><code>await db.BulkInsert("colors", new[] { new { id = 1, name = "red" }, new { id = 2, name = "blue" } });</code></example>
    public async Task<long> BulkInsert<T>(string table, IEnumerable<T> rows)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var load = Runtime.Data.BulkRows.Read(TableName.Parse(table), rows);
        return load is null ? 0 : await session.BulkLoadAsync(load);
    }
}
