using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects;

/// <summary>The check that stands for a type which a database does not have: an enum's values, an unsigned number.</summary>
public static class ImpliedCheck
{
    /// <summary>The column's check, named <c>&lt;table&gt;_&lt;column&gt;_check</c>, or null where its type needs none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="column">The column.</param>
    /// <param name="nativeEnums">Whether a named enum type is used as such.</param>
    public static CheckDefinition? Of(TableName table, ColumnDefinition column, bool nativeEnums)
    {
        CheckRule? rule = column.Type switch
        {
            { Unsigned: true } => new CheckRule.Compare(column.Name, ">=", 0),
            { Kind: ColumnKind.Enum } type when type.Native is null || !nativeEnums => new CheckRule.In(column.Name, [.. type.Values]),
            _ => null,
        };
        return rule is null ? null : new CheckDefinition(NameGenerator.Check(table.Name, column.Name), rule);
    }
}
