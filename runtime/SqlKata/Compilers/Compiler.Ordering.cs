using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    private protected virtual string RandomOrder => "RANDOM()";

    /// <summary>What stands before OFFSET when there is no limit.</summary>
    private protected virtual string OffsetAlone => " OFFSET ";

    private void Group(SqlWriter writer, Query query)
    {
        var groupings = query.Groupings.For(EngineCode);
        if (groupings.Count > 0)
        {
            writer.Text(" GROUP BY ").List(groupings, ", ", grouping => NameOrRaw(writer, grouping.Column, grouping.Raw));
        }
    }

    private void Order(SqlWriter writer, Query query)
    {
        var orderings = query.Orderings.For(EngineCode);
        if (orderings.Count > 0)
        {
            writer.Text(" ORDER BY ").List(orderings, ", ", ordering =>
            {
                if (ordering.Column is null && ordering.Raw is null)
                {
                    writer.Text(RandomOrder);
                    return;
                }

                NameOrRaw(writer, ordering.Column, ordering.Raw);
                writer.Text(ordering.Descending ? " DESC" : string.Empty);
            });
        }
    }

    private void Limit(SqlWriter writer, Query query)
    {
        var limit = LimitOf(query);
        var offset = OffsetOf(query);
        if (limit > 0)
        {
            writer.Text(" LIMIT ").Value(limit);
        }

        if (offset > 0)
        {
            writer.Text(limit > 0 ? " OFFSET " : OffsetAlone).Value(offset);
        }
    }

    private void Combine(SqlWriter writer, Query query)
    {
        foreach (var combination in query.Combinations.For(EngineCode))
        {
            writer.Text(" ");
            if (combination.Raw is not null)
            {
                Raw(writer, combination.Raw);
                continue;
            }

            writer.Text(combination.Operation.ToUpperInvariant()).Text(combination.All ? " ALL " : " ");
            Member(writer, combination.Query!);
        }
    }

    // A member with an order, a limit or members of its own has to keep them to itself, and SQLite
    // knows no parentheses around a member.
    private void Member(SqlWriter writer, Query member)
    {
        if (HasTail(member) || member.Combinations.Any(EngineCode) || member.CommonTables.Any(EngineCode))
        {
            writer.Text("SELECT * FROM ");
            Subquery(writer, member);
            As(writer, "member");
        }
        else
        {
            Statement(writer, member);
        }
    }

    private long LimitOf(Query query) => query.Limits.Single(EngineCode)?.Rows ?? 0;

    private long OffsetOf(Query query) => query.Offsets.Single(EngineCode)?.Rows ?? 0;

    private bool HasTail(Query query) => query.Orderings.Any(EngineCode) || LimitOf(query) > 0 || OffsetOf(query) > 0;

    private void NameOrRaw(SqlWriter writer, string? name, RawSql? raw)
    {
        if (raw is null)
        {
            writer.Text(Wrap(name!));
        }
        else
        {
            Raw(writer, raw);
        }
    }
}
