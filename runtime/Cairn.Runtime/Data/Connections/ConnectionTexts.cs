using System.Data.Common;

namespace Cairn.Runtime.Data.Connections;

/// <summary>Looks into ADO.NET connection strings, in which drivers let an option be written with spaces or without.</summary>
internal static class ConnectionTexts
{
    /// <param name="connectionString">As a driver takes it.</param>
    /// <param name="option">The option's name without spaces.</param>
    public static bool IsTrue(string connectionString, string option) =>
        "true".Equals(Find(new DbConnectionStringBuilder { ConnectionString = connectionString }, option), StringComparison.OrdinalIgnoreCase);

    /// <summary>What an option is set to; null where it is not.</summary>
    /// <param name="builder">The options.</param>
    /// <param name="option">The option's name without spaces.</param>
    public static string? Find(DbConnectionStringBuilder builder, string option)
    {
        foreach (string key in builder.Keys)
        {
            if (key.Replace(" ", "", StringComparison.Ordinal).Equals(option, StringComparison.OrdinalIgnoreCase))
            {
                return builder[key].ToString();
            }
        }

        return null;
    }
}
