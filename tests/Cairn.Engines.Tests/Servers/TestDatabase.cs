using System.Data.Common;
using System.Globalization;

namespace Cairn.Engines.Tests.Servers;

/// <summary>One test's own database. What it reads, it reads with plain ADO.NET, never with Cairn's code.</summary>
public abstract class TestDatabase : IAsyncDisposable
{
    /// <summary>One of <see cref="EngineNames"/>.</summary>
    public abstract string Engine { get; }

    /// <summary>The connection as a user gives it to the tool: <c>sqlite:path</c>, <c>postgres://…</c>, <c>mariadb://…</c>.</summary>
    public abstract string Url { get; }

    /// <summary>A new, open, unpooled connection.</summary>
    public abstract Task<DbConnection> OpenAsync();

    /// <summary>Removes the database, also with connections open. Doing it twice is no error.</summary>
    public abstract Task DropAsync();

    /// <summary>Tables and views of the default schema, sorted.</summary>
    public abstract Task<IReadOnlyList<string>> TablesAsync();

    /// <summary>
    /// The structure and all rows as one text, for "nothing changed" and "as it was before". Object names that the
    /// server makes, the order of columns and Cairn's own tables (<c>cairn_*</c>) are left out.
    /// </summary>
    public abstract Task<string> StateAsync();

    /// <summary>Quotes a name.</summary>
    public virtual string Quote(string name) => "\"" + name.Replace("\"", "\"\"", StringComparison.Ordinal) + "\"";

    public async Task ExecuteAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    /// <summary>All rows, every value as text (null is <c>∅</c>), so that one expectation serves all engines.</summary>
    public async Task<IReadOnlyList<string>> RowsAsync(string sql)
    {
        await using var connection = await OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string>();
        while (await reader.ReadAsync())
        {
            rows.Add(string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader.GetValue(i)))));
        }

        return rows;
    }

    /// <summary>The first value of the first row as text.</summary>
    public async Task<string> ScalarAsync(string sql) => (await RowsAsync(sql))[0];

    public async ValueTask DisposeAsync()
    {
        await DropAsync();
        GC.SuppressFinalize(this);
    }

    private static string Text(object value) => value switch
    {
        DBNull => "∅",
        bool flag => flag ? "1" : "0",
        byte[] bytes => Convert.ToHexString(bytes),
        decimal number => number.ToString("0.############", CultureInfo.InvariantCulture),
        double number => number.ToString("0.############", CultureInfo.InvariantCulture),
        DateTime time => time.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture) ?? "",
    };
}
