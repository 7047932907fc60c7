namespace Cairn.Runtime.Adoptions.Matches;

/// <summary>Descriptions in the different spellings of tools and namings.</summary>
internal static class NameForm
{
    /// <summary>Letters and digits in lower case: <c>add_orders</c>, <c>AddOrders</c> and <c>Add Orders</c> are one. Null where nothing is left.</summary>
    public static string? Of(string? name)
    {
        var text = string.Concat((name ?? "").Where(char.IsLetterOrDigit)).ToLowerInvariant();
        return text.Length > 0 ? text : null;
    }
}
