using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    private protected virtual string BooleanLiteral(bool value) => value ? "true" : "false";

    private bool HasConditions(ClauseList<Condition> conditions) => conditions.For(EngineCode).Exists(Says);

    private bool Says(Condition condition) => condition is not GroupCondition group || HasConditions(group.Inner);

    private void Conditions(SqlWriter writer, string keyword, ClauseList<Condition> conditions)
    {
        if (HasConditions(conditions))
        {
            writer.Text(keyword);
            ConditionList(writer, conditions);
        }
    }

    private void ConditionList(SqlWriter writer, ClauseList<Condition> conditions)
    {
        var first = true;
        foreach (var condition in conditions.For(EngineCode).Where(Says))
        {
            if (!first)
            {
                writer.Text(condition.Or ? " OR " : " AND ");
            }

            first = false;
            One(writer, condition);
        }
    }

    private void One(SqlWriter writer, Condition condition)
    {
        var not = condition.Not ? "NOT " : string.Empty;
        switch (condition)
        {
            case NullCondition item:
                writer.Text(Wrap(item.Column)).Text(item.Negated != item.Not ? " IS NOT NULL" : " IS NULL");
                break;
            case BooleanCondition item:
                Boolean(writer, item);
                break;
            case BetweenCondition item:
                writer.Text($"{Wrap(item.Column)} {not}BETWEEN ").Value(item.Lower).Text(" AND ").Value(item.Higher);
                break;
            case ListCondition { Values.Count: 0 }:
                writer.Text(condition.Not ? "1 = 1 /* NOT IN [empty list] */" : "1 = 0 /* IN [empty list] */");
                break;
            case ListCondition item:
                writer.Text($"{Wrap(item.Column)} {not}IN (").Values(item.Values).Text(")");
                break;
            case ListQueryCondition item:
                writer.Text($"{Wrap(item.Column)} {not}IN ");
                Subquery(writer, item.Query);
                break;
            case ExistsCondition item:
                writer.Text($"{not}EXISTS ");
                Subquery(writer, ForExists(item.Query));
                break;
            case GroupCondition item:
                writer.Text($"{not}(");
                ConditionList(writer, item.Inner);
                writer.Text(")");
                break;
            default:
                writer.Text(condition.Not ? "NOT (" : string.Empty);
                Comparison(writer, condition);
                writer.Text(condition.Not ? ")" : string.Empty);
                break;
        }
    }

    private void Boolean(SqlWriter writer, BooleanCondition item)
    {
        var op = Operator(item.Operator);
        var (shown, wrap) = (op, item.Not) switch
        {
            ("=", true) => ("!=", false),
            ("!=" or "<>", true) => ("=", false),
            (_, var not) => (op, not),
        };
        var sql = $"{Wrap(item.Column)} {shown} {BooleanLiteral(item.Value)}";
        writer.Text(wrap ? $"NOT ({sql})" : sql);
    }

    private Query ForExists(Query query)
    {
        if (!OmitSelectInsideExists || query.Change is not null || query.Combinations.Any(EngineCode))
        {
            return query;
        }

        var copy = query.Clone();
        copy.Columns.Clear();
        return copy.SelectRaw("1");
    }
}
