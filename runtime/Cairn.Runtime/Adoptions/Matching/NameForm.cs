using System.Text.RegularExpressions;

namespace Cairn.Runtime.Adoptions.Matching;

/// <summary>Descriptions in the different spellings of tools and namings.</summary>
internal static partial class NameForm
{
    /// <summary>
    /// Letters and digits in lower case, without a version in front: <c>add_orders</c>, <c>AddOrders</c>, <c>Add Orders</c> and
    /// <c>M20240215_AddOrders</c> are one. Null where nothing is left.
    /// </summary>
    public static string? Of(string? name)
    {
        var text = string.Concat(Numbered().Replace(name ?? "", "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return text.Length > 0 ? text : null;
    }

    [GeneratedRegex(@"^_*(Migration|[MV])?_?\d+[_ -]*(?=\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Numbered();
}
