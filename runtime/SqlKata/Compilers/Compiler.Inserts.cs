using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    /// <summary>Whether common tables stand after INSERT INTO … instead of before it.</summary>
    private protected virtual bool TablesAfterInsert => false;

    private protected abstract string LastId { get; }

    private void Insert(SqlWriter writer, Query query, InsertRows insert)
    {
        if (query.CommonTables.Any(EngineCode) && TablesAfterInsert)
        {
            throw Cannot("WITH before INSERT … VALUES", "Insert from a query instead.");
        }

        Tables(writer, query);
        Into(writer, query, insert.Data.Columns);
        writer.Text(" VALUES ").List(insert.Data.Rows, ", ", row => writer.Text("(").Values(row).Text(")"));
        if (insert.ReturnId)
        {
            writer.Text(";").Text(LastId);
        }
    }

    private void Insert(SqlWriter writer, Query query, InsertQuery insert)
    {
        if (TablesAfterInsert)
        {
            Into(writer, query, insert.Columns);
            writer.Text(" ");
            Tables(writer, query);
        }
        else
        {
            Tables(writer, query);
            Into(writer, query, insert.Columns);
            writer.Text(" ");
        }

        Statement(writer, insert.Query);
    }

    private void Into(SqlWriter writer, Query query, IReadOnlyList<string> columns)
    {
        writer.Text("INSERT INTO ");
        WriteSource(writer, Target(query, "insert"));
        if (columns.Count > 0)
        {
            writer.Text($" ({Names(columns)})");
        }
    }

    private Source Target(Query query, string verb) => query.Sources.Single(EngineCode) switch
    {
        { Query: null } source => source,
        null => throw new InvalidOperationException($"There is no table to {verb}: name one with From."),
        _ => throw new InvalidOperationException($"A subquery is no table to {verb}."),
    };
}
