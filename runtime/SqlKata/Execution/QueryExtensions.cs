namespace SqlKata.Execution;

/// <summary>
/// Runs a query made by <see cref="QueryFactory.Query(string)"/>. The query itself stays as it was, so
/// it can be run again, or be built further.
/// </summary>
public static partial class QueryExtensions
{
    internal static QueryFactory FactoryOf(Query query) => query is XQuery executable
        ? executable.QueryFactory
        : throw new InvalidOperationException("A query made by `new Query()` has no connection to run on: make it with QueryFactory.Query(), or give it to QueryFactory.FromQuery().");

    private static async Task<bool> NotAsync(Task<bool> task) => !await task;
}
