using SqlKata.Clauses;

namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    private void From(SqlWriter writer, Query query)
    {
        if (query.Sources.Single(EngineCode) is { } source)
        {
            writer.Text(" FROM ");
            WriteSource(writer, source);
        }
    }

    private void WriteSource(SqlWriter writer, Source source)
    {
        if (source.Table is not null)
        {
            writer.Text(Wrap(source.Table));
        }
        else if (source.Raw is not null)
        {
            Raw(writer, source.Raw);
        }
        else
        {
            Subquery(writer, source.Query!);
            As(writer, source.Alias);
        }
    }

    private void JoinList(SqlWriter writer, Query query)
    {
        var joins = query.Joins.For(EngineCode);
        if (joins.Count > 0)
        {
            writer.Text(" ");
        }

        foreach (var join in joins)
        {
            writer.Text("\n").Text(join.Kind).Text(" ");
            WriteSource(writer, join.Source);
            if (HasConditions(join.Conditions))
            {
                writer.Text(join.Grouped ? " ON (" : " ON ");
                ConditionList(writer, join.Conditions);
                writer.Text(join.Grouped ? ")" : string.Empty);
            }
        }
    }

    // Common table expressions, which come before everything else.
    private void Tables(SqlWriter writer, Query query)
    {
        var tables = query.CommonTables.For(EngineCode);
        if (tables.Count == 0)
        {
            return;
        }

        writer.Text("WITH ").List(tables, ",\n", table =>
        {
            writer.Text(WrapValue(table.Name)).Text(" AS (");
            CommonTableBody(writer, table);
            writer.Text(")");
        });
        writer.Text("\n");
    }

    private void CommonTableBody(SqlWriter writer, CommonTable table)
    {
        if (table.Raw is not null)
        {
            Raw(writer, table.Raw);
        }
        else if (table.Query is not null)
        {
            Statement(writer, table.Query);
        }
        else
        {
            var columns = table.Values!.Columns;
            writer.List(table.Values.Rows, " UNION ALL ", row =>
                writer.Text("SELECT ").List(columns.Zip(row), ", ", cell => writer.Value(cell.Second).Text($" AS {Wrap(cell.First)}")));
        }
    }
}
