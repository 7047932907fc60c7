using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    private void Statement(SqlWriter writer, Query query) => writer.Within(query, () =>
    {
        switch (query.Change)
        {
            case null:
                Tables(writer, query);
                Select(writer, query);
                break;
            case Aggregation aggregation:
                Tables(writer, query);
                Aggregate(writer, query, aggregation);
                break;
            case InsertRows insert:
                Insert(writer, query, insert);
                break;
            case InsertQuery insert:
                Insert(writer, query, insert);
                break;
            case Deletion:
                Tables(writer, query);
                Delete(writer, query);
                break;
            default:
                Tables(writer, query);
                Update(writer, query);
                break;
        }
    });

    private void Select(SqlWriter writer, Query query)
    {
        List<Column> columns = query.Columns.For(EngineCode);
        writer.Text(query.IsDistinct ? "SELECT DISTINCT " : "SELECT ");
        if (columns.Count == 0)
        {
            writer.Text("*");
        }

        writer.List(columns, ", ", column => SelectColumn(writer, column));
        SelectRest(writer, query);
    }

    private void SelectRest(SqlWriter writer, Query query)
    {
        From(writer, query);
        JoinList(writer, query);
        Conditions(writer, " WHERE ", query.Wheres);
        Group(writer, query);
        Conditions(writer, " HAVING ", query.Havings);
        Combine(writer, query);
        Order(writer, query);
        Limit(writer, query);
    }

    private void SelectColumn(SqlWriter writer, Column column)
    {
        switch (column)
        {
            case NamedColumn named:
                writer.Text(Wrap(named.Name));
                break;
            case RawColumn raw:
                Raw(writer, raw.Sql);
                break;
            case QueryColumn sub:
                Subquery(writer, sub.Query);
                As(writer, sub.Alias ?? sub.Query.QueryAlias);
                break;
            case AggregateColumn aggregate:
                AggregatedColumn(writer, aggregate);
                break;
        }
    }

    private void Subquery(SqlWriter writer, Query query)
    {
        writer.Text("(");
        Statement(writer, query);
        writer.Text(")");
    }

    private void As(SqlWriter writer, string? alias)
    {
        if (!string.IsNullOrEmpty(alias))
        {
            writer.Text(" AS ").Text(WrapValue(alias));
        }
    }
}
