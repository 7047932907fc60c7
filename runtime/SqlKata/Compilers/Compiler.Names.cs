namespace SqlKata.Compilers;

public abstract partial class Compiler
{
    private const string Alias = " as ";

    private protected virtual char Quote => '"';

    /// <summary>Quotes a name: every part between dots, and the alias after <c> as </c>.</summary>
    public virtual string Wrap(string value)
    {
        var at = value.LastIndexOf(Alias, StringComparison.OrdinalIgnoreCase);
        return at >= 0
            ? $"{Wrap(value[..at])} AS {WrapValue(value[(at + Alias.Length)..])}"
            : string.Join('.', value.Split('.').Select(WrapValue));
    }

    /// <summary>Quotes one part of a name; <c>*</c> stays as it is.</summary>
    public virtual string WrapValue(string value) =>
        value == "*" ? value : Quote + value.Replace($"{Quote}", $"{Quote}{Quote}", StringComparison.Ordinal) + Quote;

    private static (string Name, string? Alias) SplitAlias(string value)
    {
        var at = value.LastIndexOf(Alias, StringComparison.OrdinalIgnoreCase);
        return at < 0 ? (value, null) : (value[..at], value[(at + Alias.Length)..]);
    }

    private string Names(IEnumerable<string> columns) => string.Join(", ", columns.Select(Wrap));
}
