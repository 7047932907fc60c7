using System.Data;
using Dapper;

namespace Cairn;

public sealed partial class Db
{
    /// <summary>The rows of a query, each as an object: columns go to properties or constructor parameters of that name, a single column to a plain type.</summary>
    /// <param name="sql">The query, in the database's own words.</param>
    /// <param name="parameters">An object whose properties are the parameters <c>@name</c>, or a dictionary.</param>
    /// <example><code>var ids = await db.Rows&lt;long&gt;("select id from orders where total > @least", new { least = 100 });</code></example>
    public async Task<IReadOnlyList<T>> Rows<T>(string sql, object? parameters = null) =>
        [.. await Connection.QueryAsync<T>(new CommandDefinition(sql, parameters, commandType: CommandType.Text, cancellationToken: session.RunToken))];

    /// <summary>The rows of a query by column name.</summary>
    /// <param name="sql">The query, in the database's own words.</param>
    /// <param name="parameters">An object whose properties are the parameters <c>@name</c>, or a dictionary.</param>
    public async Task<IReadOnlyList<DbRow>> Rows(string sql, object? parameters = null)
    {
        var rows = await Connection.QueryAsync(new CommandDefinition(sql, parameters, commandType: CommandType.Text, cancellationToken: session.RunToken));
        return [.. rows.Cast<IDictionary<string, object?>>().Select(DbRow.From)];
    }

    /// <summary>The first column of a query's first row, converted; <c>default</c> where there is no row or it is null.</summary>
    public async Task<T?> Scalar<T>(string sql, object? parameters = null)
    {
        var value = await Connection.ExecuteScalarAsync(new CommandDefinition(sql, parameters, commandType: CommandType.Text, cancellationToken: session.RunToken));
        return Runtime.Data.ValueConversion.To<T>(value);
    }
}
