using Cairn.Schema;
using Cairn.Schema.Operations;
using Dapper;

namespace Cairn.Runtime.Data.Connections;

/// <summary>
/// A concurrent build of an index that failed or was interrupted on PostgreSQL leaves an index behind that is never used and stands in the
/// way of the next try. It is dropped before that.
/// </summary>
internal static class InvalidIndexes
{
    public static async Task DropAsync(MigrationSession session, SchemaOperation operation, CancellationToken cancellationToken)
    {
        if (session.Client != Client.Postgres || operation is not AlterTable alter)
        {
            return;
        }

        foreach (var added in alter.Changes.OfType<AddIndex>().Where(change => change.Index.Concurrently))
        {
            var model = await session.Inner.FindTableAsync(alter.Table, cancellationToken);
            if (model?.Indexes.Any(index => index.Name == added.Index.Name && !index.IsValid) == true)
            {
                var name = session.DatabaseClient.Dialect.Quote(new TableName(added.Index.Name, alter.Table.Schema));
                await session.Direct.ExecuteAsync(new CommandDefinition($"DROP INDEX CONCURRENTLY {name}", cancellationToken: cancellationToken));
            }
        }
    }
}
