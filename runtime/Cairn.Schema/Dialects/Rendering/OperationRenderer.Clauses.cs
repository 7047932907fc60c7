using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects.Rendering;

internal abstract partial class OperationRenderer
{
    /// <summary>A primary key, as a table constraint.</summary>
    public virtual string PrimaryKeyClause(PrimaryKeyDefinition key) => $"CONSTRAINT {Quote(key.Name)} PRIMARY KEY ({QuoteAll(key.Columns)})";

    /// <summary>A unique constraint, as a table constraint.</summary>
    public virtual string UniqueClause(UniqueDefinition unique) => $"CONSTRAINT {Quote(unique.Name)} UNIQUE ({QuoteAll(unique.Columns)})";

    /// <summary>A check, as a table constraint.</summary>
    public string CheckClause(CheckDefinition check) => $"CONSTRAINT {Quote(check.Name)} CHECK ({Condition(check.Rule)})";

    /// <summary>A foreign key, as a table constraint.</summary>
    public string ForeignKeyClause(ForeignKeyDefinition key) =>
        $"CONSTRAINT {Quote(key.Name)} FOREIGN KEY ({QuoteAll(key.Columns)}) REFERENCES {Quote(key.ReferencedTable)} ({QuoteAll(key.ReferencedColumns)})"
        + Action(" ON DELETE", key.OnDelete) + Action(" ON UPDATE", key.OnUpdate) + DeferralText(key);

    /// <summary>Whether and how the key's check can wait for the transaction's end.</summary>
    protected virtual string DeferralText(ForeignKeyDefinition key) => key switch
    {
        { InitiallyDeferred: true } => " DEFERRABLE INITIALLY DEFERRED",
        { Deferrable: true } => " DEFERRABLE",
        _ => "",
    };

    /// <summary>The condition of a regular expression.</summary>
    protected abstract string RegexText(string column, string pattern);

    private string Condition(CheckRule rule) => rule switch
    {
        CheckRule.Sql sql => sql.Expression,
        CheckRule.Compare compare => $"{Quote(compare.Column)} {compare.Operator} {Dialect.Literal(compare.Value)}",
        CheckRule.In list => $"{Quote(list.Column)} IN ({string.Join(", ", list.Values.Select(value => Dialect.Literal(value)))})",
        CheckRule.Between between => $"{Quote(between.Column)} BETWEEN {Dialect.Literal(between.Low)} AND {Dialect.Literal(between.High)}",
        CheckRule.Length length => $"char_length({Quote(length.Column)}) {length.Operator} {length.Count}",
        CheckRule.Regex regex => RegexText(Quote(regex.Column), Dialect.Literal(regex.Pattern)),
        _ => throw Unsupported($"the check rule {rule.GetType().Name}", "Use Check(sql)."),
    };

    private static string Action(string words, ForeignKeyAction action) => action switch
    {
        ForeignKeyAction.Restrict => $"{words} RESTRICT",
        ForeignKeyAction.Cascade => $"{words} CASCADE",
        ForeignKeyAction.SetNull => $"{words} SET NULL",
        ForeignKeyAction.SetDefault => $"{words} SET DEFAULT",
        _ => "",
    };
}
