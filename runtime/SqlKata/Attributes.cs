using System.Runtime.CompilerServices;

namespace SqlKata;

/// <summary>The column that a property is written to.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class ColumnAttribute(string name) : Attribute
{
    /// <summary>The column's name.</summary>
    public string Name { get; private set; } = name ?? throw new ArgumentNullException(nameof(name));
}

/// <summary>A property that says which row an update means.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class KeyAttribute([CallerMemberName] string name = "") : ColumnAttribute(name);

/// <summary>A property that is not a column.</summary>
[AttributeUsage(AttributeTargets.Property)]
public class IgnoreAttribute : Attribute;
