using Xunit;

namespace Cairn.Tests.House;

/// <summary>What a guard found; none is right.</summary>
internal static class Found
{
    /// <summary>Fails with all findings, one in a line.</summary>
    public static void Nothing(IEnumerable<string> findings, string rule)
    {
        var all = findings.Distinct(StringComparer.Ordinal).ToList();
        if (all.Count > 0)
        {
            Assert.Fail($"{rule}\n  {string.Join("\n  ", all)}");
        }
    }
}
