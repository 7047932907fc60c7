namespace SqlKata;

/// <summary>Values that are not values.</summary>
public static class Expressions
{
    /// <summary>The value that <see cref="Query.Define"/> gave this name to.</summary>
    public static Variable Variable(string name) => new(name);

    /// <summary>Text that becomes part of the SQL as it is.</summary>
    public static UnsafeLiteral UnsafeLiteral(string value, bool replaceQuotes = true) => new(value, replaceQuotes);
}

/// <summary>Stands for a value defined elsewhere in the query.</summary>
public class Variable(string name)
{
    /// <summary>The name given to <see cref="Query.Define"/>.</summary>
    public string Name { get; set; } = name;
}

/// <summary>Text that becomes part of the SQL; never build one from what a user typed.</summary>
public class UnsafeLiteral(string value, bool replaceQuotes = true)
{
    /// <summary>The text, in which single quotes were doubled unless that was refused.</summary>
    public string Value { get; set; } = replaceQuotes ? value?.Replace("'", "''", StringComparison.Ordinal) ?? string.Empty : value ?? string.Empty;
}
