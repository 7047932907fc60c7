using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.MySql;

/// <summary>Indexes of the catalogue. A plain unique index is a unique constraint here: there is no other kind.</summary>
internal static class MySqlIndexes
{
    public static TableModel Fill(TableModel model, IReadOnlyList<CatalogueRow> rows)
    {
        var primary = default(KeyModel);
        var uniques = new List<KeyModel>();
        var indexes = new List<IndexModel>();
        foreach (var keys in rows.GroupBy(row => row.Text("name")!))
        {
            var columns = keys.Select(Column).ToList();
            var names = columns.ConvertAll(column => column.Name);
            var plain = columns.TrueForAll(column => !column.IsExpression && !column.Descending) && keys.All(row => row.Text("part") is null);
            var unique = !keys.First().Flag("non_unique");
            if (keys.Key == "PRIMARY")
            {
                primary = new KeyModel(keys.Key, names);
            }
            else if (unique && plain)
            {
                uniques.Add(new KeyModel(keys.Key, names));
            }
            else
            {
                indexes.Add(new IndexModel(keys.Key, unique, columns) { Sql = Sql(model.Name, keys.Key, unique, [.. keys]) });
            }
        }

        return model with { PrimaryKey = primary, Uniques = uniques, Indexes = indexes };
    }

    private static IndexColumn Column(CatalogueRow row) => row.Text("expression") is { Length: > 0 } expression
        ? new IndexColumn(expression, IsExpression: true, row.Text("direction") == "D")
        : new IndexColumn(row.Text("column_name")!, IsExpression: false, row.Text("direction") == "D");

    private static string Sql(TableName table, string name, bool unique, IReadOnlyList<CatalogueRow> rows)
    {
        var keys = rows.Select(row => (row.Text("expression") is { Length: > 0 } expression ? $"({expression})" : MySqlNames.Quote(Client.MySql, row.Text("column_name")!))
            + (row.Text("part") is { } part ? $"({part})" : "") + (row.Text("direction") == "D" ? " DESC" : ""));
        var method = rows[0].Text("method");
        var kind = method is "FULLTEXT" or "SPATIAL" ? method + " " : unique ? "UNIQUE " : "";
        return $"CREATE {kind}INDEX {MySqlNames.Quote(Client.MySql, name)} ON {MySqlNames.Quote(Client.MySql, table.Name)} ({string.Join(", ", keys)})";
    }
}
