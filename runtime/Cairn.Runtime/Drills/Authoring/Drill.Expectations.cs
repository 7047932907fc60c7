using Cairn.Runtime.Drills.Stories;

namespace Cairn;

public sealed partial class Drill
{
    /// <summary>The structure of the copy as it is now, to be compared later.</summary>
    public async Task<SchemaFingerprint> Fingerprint()
    {
        var callers = Callers();
        SchemaFingerprint? read = null;
        await story.DoAsync(callers, "fingerprint", async token =>
        {
            read = new SchemaFingerprint(await story.Stage.StructureAsync(token), story.Locate(callers)?.Line);
            return $"fingerprint {read}";
        });
        return read!;
    }

    /// <summary>The structure must be what it was; every object that is not is named.</summary>
    /// <param name="before">What <see cref="Fingerprint"/> gave.</param>
    /// <exception cref="CairnException">It is not (CAIRN5007).</exception>
    public Task ExpectSchema(SchemaFingerprint before)
    {
        ArgumentNullException.ThrowIfNull(before);
        return story.DoAsync(Callers(), "expect schema", async token =>
        {
            var differences = SchemaWords.Of(before.Structure, await story.Stage.StructureAsync(token)).ToList();
            return differences.Count == 0 ? $"the schema is as it was{before.Where}" : throw new ExpectationException(
                $"the schema is not as it was{before.Where}:{string.Concat(differences.Select(difference => "\n  " + difference))}",
                "Let the migrations on the way leave it as it was, or compare with another fingerprint.");
        });
    }

    /// <summary>A query must give one value.</summary>
    /// <param name="sql">The query; it gives one row, whose first column counts.</param>
    /// <param name="value">The value: numbers are compared as numbers, whatever type the database gives them; null is NULL.</param>
    /// <exception cref="CairnException">It gives another value, no row or more than one (CAIRN5007).</exception>
    public Task Expect(string sql, object? value)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(sql);
        return story.DoAsync(Callers(), $"expect {sql}", async token =>
        {
            var (rows, found) = await ScalarQuery.ReadAsync(Db.Connection, sql, token);
            return rows switch
            {
                1 when ExpectedValue.IsSame(value, found) => $"{sql}: {ExpectedValue.Text(value)}",
                1 => throw new ExpectationException($"{sql}: expected {ExpectedValue.Text(value)}, and it is {ExpectedValue.Text(found)}."),
                0 => throw new ExpectationException($"{sql}: expected {ExpectedValue.Text(value)}, and there is no row."),
                _ => throw new ExpectationException($"{sql}: expected {ExpectedValue.Text(value)}, and there is more than one row."),
            };
        });
    }

    /// <summary>A table must have so many rows.</summary>
    /// <param name="table">The table; <c>schema.table</c> where it is in another schema.</param>
    /// <param name="rows">How many.</param>
    /// <exception cref="CairnException">It has more or fewer (CAIRN5007).</exception>
    public Task ExpectRows(string table, long rows)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(table);
        return story.DoAsync(Callers(), $"expect rows of {table}", async token =>
        {
            var quoted = story.Stage.Connection.Client.Dialect.Quote(Schema.TableName.Parse(table));
            var (_, found) = await ScalarQuery.ReadAsync(Db.Connection, $"select count(*) from {quoted}", token);
            return ExpectedValue.IsSame(rows, found)
                ? $"{table} has {ScalarQuery.Rows(rows)}"
                : throw new ExpectationException($"{table}: expected {ScalarQuery.Rows(rows)}, and it has {ExpectedValue.Text(found)}.");
        });
    }

    /// <summary>Something must fail, with a certain error; the script goes on.</summary>
    /// <param name="code">The error's code: <c>CAIRN3001</c> is a statement that the database refuses.</param>
    /// <param name="action">What must fail: calls of this object or of <see cref="Db"/>.</param>
    /// <exception cref="CairnException">It went well, or failed with another error (CAIRN5007).</exception>
    /// <example><code>await drill.ExpectError("CAIRN3001", () => drill.Db.Query("orders").InsertAsync(new { id = 1 }));</code></example>
    public Task ExpectError(string code, Func<Task> action)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(code);
        ArgumentNullException.ThrowIfNull(action);
        return story.ExpectErrorAsync(Callers(), code, action);
    }
}
