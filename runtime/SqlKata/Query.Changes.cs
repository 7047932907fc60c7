using SqlKata.Clauses;

namespace SqlKata;

public partial class Query
{
    /// <summary>Inserts a row of the object's public properties; <c>[Column]</c> renames, <c>[Ignore]</c> leaves out.</summary>
    public Query AsInsert(object data, bool returnId = false) => AsInsert(ObjectValues.Of(data), returnId);

    /// <summary>Inserts a row.</summary>
    public Query AsInsert(IEnumerable<KeyValuePair<string, object?>> values, bool returnId = false)
    {
        var (columns, cells) = Split(values);
        return Become(new InsertRows(new ValueRows(columns, [cells]), returnId));
    }

    /// <summary>Inserts a row.</summary>
    public Query AsInsert(IEnumerable<string> columns, IEnumerable<object?> values) =>
        Become(new InsertRows(Rows(columns, [values]), ReturnId: false));

    /// <summary>Inserts rows, each with a value for every column.</summary>
    public Query AsInsert(IEnumerable<string> columns, IEnumerable<IEnumerable<object?>> rowsValues) =>
        Become(new InsertRows(Rows(columns, rowsValues), ReturnId: false));

    /// <summary>Inserts what the query gives.</summary>
    public Query AsInsert(IEnumerable<string> columns, Query query) =>
        Become(new InsertQuery([.. columns], query.Clone()));

    /// <summary>Updates by the object's public properties; those marked <c>[Key]</c> become conditions too.</summary>
    public Query AsUpdate(object data)
    {
        foreach (var (column, value) in ObjectValues.Keys(data))
        {
            Where(column, value);
        }

        return AsUpdate(ObjectValues.Of(data));
    }

    /// <summary>Updates columns to values.</summary>
    public Query AsUpdate(IEnumerable<string> columns, IEnumerable<object?> values)
    {
        var rows = Rows(columns, [values]);
        return Become(new UpdateValues(rows.Columns, rows.Rows[0]));
    }

    /// <summary>Updates columns to values.</summary>
    public Query AsUpdate(IEnumerable<KeyValuePair<string, object?>> values)
    {
        var (columns, cells) = Split(values);
        return Become(new UpdateValues(columns, cells));
    }

    /// <summary>Adds to a number.</summary>
    public Query AsIncrement(string column, int value = 1) => Become(new UpdateBy(column, value));

    /// <summary>Takes from a number.</summary>
    public Query AsDecrement(string column, int value = 1) => Become(new UpdateBy(column, -(long)value));

    /// <summary>Deletes the rows.</summary>
    public Query AsDelete() => Become(new Deletion());

    private static (List<string> Columns, List<object?> Values) Split(IEnumerable<KeyValuePair<string, object?>> values)
    {
        List<string> columns = [];
        List<object?> cells = [];
        foreach (var (column, value) in values)
        {
            columns.Add(column);
            cells.Add(value);
        }

        return columns.Count > 0 ? (columns, cells) : throw new InvalidOperationException("There is no column to write.");
    }

    private Query Become(Change change)
    {
        Change = change;
        return this;
    }
}
