using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>Finds the operations that make one structure into another. Pure.</summary>
public static class ChangePlanner
{
    /// <summary>Plans it.</summary>
    /// <param name="current">What is there.</param>
    /// <param name="wanted">What shall be there.</param>
    /// <param name="dialect">The database's words.</param>
    /// <exception cref="CairnException">Something of it cannot be made (CAIRN6005); all that cannot is in it, by name.</exception>
    /// <example><code>var plan = ChangePlanner.Plan(found, fromFile, dialect);</code></example>
    public static ChangePlan Plan(SchemaSnapshot current, SchemaSnapshot wanted, Dialect dialect)
    {
        ArgumentNullException.ThrowIfNull(current);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(dialect);
        var scope = new ChangeScope(current, wanted, dialect);
        var diff = SchemaDiffer.Compare(current, wanted);
        if (!diff.IsEmpty)
        {
            new ObjectChanges(scope, diff).Plan();
        }

        return scope.Refusals.Count == 0 ? scope.Plan : throw Together(scope.Refusals);
    }

    /// <summary>What fills the materialized views of a structure that are filled anew, each after those that it reads from.</summary>
    /// <param name="structure">The structure.</param>
    /// <example><code>var fills = ChangePlanner.Refresh(structure);</code></example>
    public static IReadOnlyList<SchemaOperation> Refresh(SchemaSnapshot structure)
    {
        ArgumentNullException.ThrowIfNull(structure);
        return
        [
            .. Mentions.InOrder([.. structure.Of(ObjectKind.MaterializedView)]).Where(view => view["populated"] != "no")
                .Select(view => new RefreshMaterializedView(TableName.Parse(view.Name), Concurrently: false)),
        ];
    }

    private static CairnException Together(IReadOnlyList<CairnException> refusals) =>
        new(refusals[0].Code, refusals[0].Message) { Fix = refusals[0].Fix, DatabaseState = refusals[0].DatabaseState, Others = [.. refusals.Skip(1)] };
}
