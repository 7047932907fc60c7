using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Data.Connections;

/// <summary>What is checked around a statement of the queue.</summary>
internal static class StatementRules
{
    public static void CheckTransaction(Client client, SchemaOperation operation, SqlStatement statement)
    {
        if (statement.OutsideTransaction)
        {
            throw new CairnException(ErrorCodes.OperationUnsupported, $"The database refuses this inside a transaction: {operation.Describe()}.")
            {
                Fix = "Put it into a migration of its own and mark that [NoTransaction] (-- cairn: no-transaction in SQL).",
            };
        }

        if (operation is RawSql)
        {
            TransactionGuard.Check(client, statement.Text);
        }
    }

    /// <summary>Throws where a checking statement found rows; shows the first few.</summary>
    public static void CheckNoRows(string complaint, IEnumerable<dynamic> rows)
    {
        var found = rows.Cast<IDictionary<string, object?>>().ToList();
        if (found.Count == 0)
        {
            return;
        }

        var shown = found.Take(5).Select(row => string.Join(", ", row.Select(pair => $"{pair.Key} {pair.Value ?? "null"}")));
        throw new CairnException(
            ErrorCodes.ForeignKeyViolation,
            $"{complaint} ({found.Count} found: {string.Join("; ", shown)}{(found.Count > 5 ? "; …" : "")})")
        {
            Fix = "Mend these rows in an earlier migration, or in this one before the change.",
        };
    }
}
