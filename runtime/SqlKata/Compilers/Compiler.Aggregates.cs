using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    /// <summary>Whether an aggregate takes FILTER (WHERE …).</summary>
    private protected virtual bool HasFilter => true;

    private void Aggregate(SqlWriter writer, Query query, Aggregation aggregation)
    {
        var function = aggregation.Function.ToUpperInvariant();
        var several = aggregation.Columns.Count > 1;
        if (several && function != "COUNT")
        {
            throw new InvalidOperationException($"{function} takes one column, not {aggregation.Columns.Count}.");
        }

        // What decides which rows there are has to stay below the aggregate.
        var derived = several || query.IsDistinct || query.Combinations.Any(EngineCode) || HasConditions(query.Havings);
        var column = aggregation.Columns is [var only] ? Wrap(only) : "*";
        writer.Text($"SELECT {function}({(derived && function == "COUNT" ? "*" : column)}) AS {WrapValue(aggregation.Function.ToLowerInvariant())}");
        if (derived)
        {
            writer.Text(" FROM ");
            Subquery(writer, Derived(query, aggregation));
            As(writer, aggregation.Function.ToLowerInvariant() + "Query");
        }
        else
        {
            From(writer, query);
            JoinList(writer, query);
            Conditions(writer, " WHERE ", query.Wheres);
        }
    }

    private Query Derived(Query query, Aggregation aggregation)
    {
        var copy = query.Clone();
        copy.Change = null;
        copy.CommonTables.Clear();
        copy.Orderings.Clear();
        copy.Limits.Clear();
        copy.Offsets.Clear();
        if (query.Combinations.Any(EngineCode))
        {
            return copy;
        }

        if (query.IsDistinct)
        {
            if (aggregation.Columns.Count > 0)
            {
                copy.Columns.Clear();
                copy.Select(aggregation.Columns);
            }

            return copy;
        }

        if (aggregation.Columns.Count > 1)
        {
            copy.Columns.Clear();
            copy.Groupings.Clear();
            copy.SelectRaw("1");

            // The conditions that are there may contain OR, which binds less than what is added.
            if (copy.Wheres.For(EngineCode).Exists(condition => condition.Or))
            {
                var written = copy.Wheres.Copy();
                copy.Wheres.Clear();
                copy.Wheres.Add(null, new GroupCondition(written));
            }

            foreach (var name in aggregation.Columns)
            {
                copy.WhereNotNull(name);
            }
        }

        return copy;
    }

    private void AggregatedColumn(SqlWriter writer, AggregateColumn item)
    {
        var (name, alias) = SplitAlias(item.Name);
        var function = item.Function.ToUpperInvariant();
        var filtered = item.Filter is { } query && HasConditions(query.Wheres);
        if (filtered && !HasFilter)
        {
            writer.Text($"{function}(CASE WHEN ");
            ConditionList(writer, item.Filter!.Wheres);
            writer.Text($" THEN {(name == "*" ? "1" : Wrap(name))} END)");
        }
        else
        {
            writer.Text($"{function}({Wrap(name)})");
            if (filtered)
            {
                Conditions(writer, " FILTER (WHERE ", item.Filter!.Wheres);
                writer.Text(")");
            }
        }

        As(writer, alias);
    }
}
