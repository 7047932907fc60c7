using System.Data.Common;
using Cairn.Runtime.Data.Sinks;
using Cairn.Runtime.Data.Statements;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Seeds;

/// <summary>Where a change of the schema commits, none is let through: the seed is one transaction, or it is refused.</summary>
internal sealed class SeedGuard(Client client) : IStatementProbe
{
    public void Begin(MigrationVersion version, Direction direction)
    {
    }

    public void Sending(string sql)
    {
        if (Refusal(sql) is { } refusal)
        {
            throw refusal;
        }
    }

    /// <summary>Why a statement is not let through; null where it is.</summary>
    public CairnException? Refusal(string sql)
    {
        var trait = StatementTraits.Of(client, sql);
        var commits = trait == StatementTrait.CommitsByItself || (trait == StatementTrait.OfSession && StatementTraits.MayEndTransaction(client, sql));
        return !commits ? null : new CairnException(
            ErrorCodes.OperationUnsupported, $"A seed is one transaction, and this statement commits by itself on {Cairn.Schema.Dialects.Refusal.DisplayName(client)}: {Short(sql)}")
        {
            Fix = "Change rows only (delete, not truncate), and put a change of the schema into a migration.",
        };
    }

    public Task SentAsync(SentStatement statement, DbConnection connection, DbTransaction? transaction, CancellationToken cancellationToken) => Task.CompletedTask;

    private static string Short(string sql)
    {
        var line = sql.ReplaceLineEndings(" ").Trim();
        return line.Length <= 80 ? line : line[..79] + "…";
    }
}
