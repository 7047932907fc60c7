using Cairn.Schema.Dialects;
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

    private static CairnException Together(IReadOnlyList<CairnException> refusals) =>
        new(refusals[0].Code, refusals[0].Message) { Fix = refusals[0].Fix, DatabaseState = refusals[0].DatabaseState, Others = [.. refusals.Skip(1)] };
}
