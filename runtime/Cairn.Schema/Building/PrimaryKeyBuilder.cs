using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Says more of a primary key.</summary>
public sealed class PrimaryKeyBuilder
{
    private readonly IReadOnlyList<string> columns;
    private string name;

    internal PrimaryKeyBuilder(TableName table, IReadOnlyList<string> columns)
    {
        this.columns = columns;
        name = NameGenerator.PrimaryKey(table.Name);
    }

    /// <summary>The constraint's name (MySQL and MariaDB have none for primary keys).</summary>
    /// <param name="value">The name.</param>
    public PrimaryKeyBuilder Name(string value)
    {
        name = Require.Name(value, "the primary key");
        return this;
    }

    internal IEnumerable<TableChange> Finish() => [new AddPrimaryKey(new PrimaryKeyDefinition(name, columns))];
}
