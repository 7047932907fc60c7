using System.Globalization;
using System.Text;

namespace Cairn.Runtime.Execution.Stamps;

/// <summary>What a stamp is called by what it is about.</summary>
internal static class StampName
{
    /// <summary>FNV-1a, and not one that nobody can forge: two that have one name would only take each other's place, since what is in them is compared.</summary>
    public static string Of(string subject)
    {
        var hash = 14695981039346656037UL;
        foreach (var part in Encoding.UTF8.GetBytes(subject))
        {
            hash = unchecked((hash ^ part) * 1099511628211UL);
        }

        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }
}
