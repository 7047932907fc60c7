namespace Cairn.Schema.Snapshots;

/// <summary>One thing that is true of an object: <c>type: bigint</c>, <c>columns: [tenant_id, id]</c>. What is not so, is not said: a column without a default has no such fact.</summary>
public sealed record Fact
{
    /// <summary>A fact with one value.</summary>
    /// <param name="name">What it is about; see <see cref="FactNames"/>.</param>
    /// <param name="value">The value, in the database's own words.</param>
    public Fact(string name, string value)
    {
        Name = name;
        Values = [value];
    }

    /// <summary>A fact with an ordered list of values.</summary>
    /// <param name="name">What it is about; see <see cref="FactNames"/>.</param>
    /// <param name="values">The values.</param>
    public Fact(string name, IReadOnlyList<string> values)
    {
        Name = name;
        Values = values;
        IsList = true;
    }

    /// <summary>What it is about.</summary>
    public string Name { get; }

    /// <summary>The values; one where it is no list.</summary>
    public IReadOnlyList<string> Values { get; }

    /// <summary>Whether it is a list, also where that has one value.</summary>
    public bool IsList { get; }

    /// <summary>Whether structures are told apart by it: all but <see cref="FactNames.Text"/>.</summary>
    public bool IsCompared => Name != FactNames.Text;

    /// <summary>The values in a sentence.</summary>
    public string Text => string.Join(", ", Values);

    /// <inheritdoc/>
    public bool Equals(Fact? other) => other is not null && Name == other.Name && IsList == other.IsList && Values.SequenceEqual(other.Values, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => HashCode.Combine(Name, Text);

    /// <inheritdoc/>
    public override string ToString() => $"{Name}: {Text}";
}
