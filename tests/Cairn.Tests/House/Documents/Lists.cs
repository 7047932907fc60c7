using Xunit;

namespace Cairn.Tests.House.Documents;

/// <summary>A list in the documentation and the list in the code are the same.</summary>
internal static class Lists
{
    public static void AreTheSame(IEnumerable<string> documented, IEnumerable<string> real, string where)
    {
        var (said, there) = (documented.ToHashSet(StringComparer.Ordinal), real.ToHashSet(StringComparer.Ordinal));
        Assert.True(there.Count > 0, $"{where}: the code lists nothing; the test looks in the wrong place.");
        var missing = there.Except(said).Order(StringComparer.Ordinal).ToList();
        var surplus = said.Except(there).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count + surplus.Count == 0, $"{where}: not there: {string.Join(", ", missing)}; there, but not in the code: {string.Join(", ", surplus)}.");
    }
}
