using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>Facts in the order in which they are said; what has no value is not said.</summary>
internal sealed class FactList
{
    private readonly List<Fact> facts = [];

    public IReadOnlyList<Fact> All => facts;

    public FactList Say(string name, string? value)
    {
        if (!string.IsNullOrEmpty(value))
        {
            facts.Add(new Fact(name, value));
        }

        return this;
    }

    public FactList Say(string name, IReadOnlyList<string> values)
    {
        facts.Add(new Fact(name, values));
        return this;
    }

    /// <summary>A <c>yes</c>, or nothing.</summary>
    public FactList SayIf(string name, bool isSo) => Say(name, isSo ? "yes" : null);
}
