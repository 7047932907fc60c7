using System.Data.Common;

namespace Cairn.Runtime.Data.Connections;

/// <summary>Looks into ADO.NET connection strings, in which drivers let an option be written with spaces or without.</summary>
internal static class ConnectionTexts
{
    /// <param name="connectionString">As a driver takes it.</param>
    /// <param name="option">The option's name without spaces.</param>
    public static bool IsTrue(string connectionString, string option)
    {
        var builder = new DbConnectionStringBuilder { ConnectionString = connectionString };
        return builder.Keys.Cast<string>().Any(key =>
            key.Replace(" ", "", StringComparison.Ordinal).Equals(option, StringComparison.OrdinalIgnoreCase)
            && "true".Equals(builder[key].ToString(), StringComparison.OrdinalIgnoreCase));
    }
}
