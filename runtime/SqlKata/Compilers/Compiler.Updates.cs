using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    /// <summary>Whether UPDATE and DELETE take joins, and, without joins, ORDER BY and LIMIT.</summary>
    private protected virtual bool ChangesTakeClauses => false;

    private void Update(SqlWriter writer, Query query)
    {
        Check(query, "UPDATE");
        writer.Text("UPDATE ");
        WriteSource(writer, Target(query, "update"));
        JoinList(writer, query);
        writer.Text(" SET ");
        if (query.Change is UpdateBy by)
        {
            var column = Wrap(by.Column);
            writer.Text($"{column} = {column} {(by.Amount < 0 ? '-' : '+')} ").Value(Math.Abs(by.Amount));
        }
        else if (query.Change is UpdateValues update)
        {
            writer.List(update.Columns.Zip(update.Values), ", ", pair => writer.Text($"{Wrap(pair.First)} = ").Value(pair.Second));
        }

        Conditions(writer, " WHERE ", query.Wheres);
        Order(writer, query);
        Limit(writer, query);
    }

    private void Delete(SqlWriter writer, Query query)
    {
        Check(query, "DELETE");
        var target = Target(query, "delete from");
        writer.Text("DELETE ");
        if (query.Joins.Any(EngineCode))
        {
            var (name, alias) = SplitAlias(target.Table ?? throw new InvalidOperationException("DELETE with joins needs a table by name, not raw SQL."));
            writer.Text(alias is null ? Wrap(name) : WrapValue(alias)).Text(" ");
        }

        writer.Text("FROM ");
        WriteSource(writer, target);
        JoinList(writer, query);
        Conditions(writer, " WHERE ", query.Wheres);
        Order(writer, query);
        Limit(writer, query);
    }

    // A clause that is left out changes more rows than the author meant.
    private void Check(Query query, string verb)
    {
        var joins = query.Joins.Any(EngineCode);
        var tail = HasTail(query);
        if (joins && !ChangesTakeClauses)
        {
            throw Cannot($"{verb} with joins", Instead);
        }

        if (tail && (!ChangesTakeClauses || joins || OffsetOf(query) > 0))
        {
            throw Cannot(joins ? $"{verb} with joins and ORDER BY, LIMIT or OFFSET" : $"{verb} with ORDER BY, LIMIT or OFFSET", Instead);
        }

        if (query.Groupings.Any(EngineCode) || HasConditions(query.Havings) || query.Combinations.Any(EngineCode) || query.IsDistinct)
        {
            throw Cannot($"{verb} with GROUP BY, HAVING, DISTINCT or UNION", Instead);
        }
    }

    private const string Instead = "Choose the rows in a subquery: .WhereIn(\"id\", new Query(…).Select(\"id\")…).";
}
