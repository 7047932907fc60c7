using Cairn.Schema.Dialects.MySql.Snapshots.Reading;

namespace Cairn.Schema.Dialects.MySql.Snapshots.Facts;

/// <summary>As whom a body runs. The account that reads is not said: a copy that the same account makes is the same.</summary>
internal static class DefinerFacts
{
    public static string? Of(string? definer, Session session) => string.IsNullOrEmpty(definer) || definer == session.Account ? null : definer;

    /// <summary>The clause with a space behind it, or nothing.</summary>
    public static string Clause(string? definer) => definer is null ? "" : $"DEFINER={Quoted(definer)} ";

    private static string Quoted(string definer)
    {
        var at = definer.LastIndexOf('@');
        return at < 0 ? Quote(definer) : $"{Quote(definer[..at])}@{Quote(definer[(at + 1)..])}";
    }

    private static string Quote(string name) => $"`{name.Replace("`", "``")}`";
}
