using System.Data.Common;
using Cairn.Runtime.Data;

namespace Cairn.Tool.Settings.Connections;

/// <summary><c>sqlite:path</c>, <c>sqlite::memory:</c>, <c>sqlite:///absolute/path</c>; the path is percent-decoded.</summary>
internal static class SqliteUrl
{
    public const string Memory = ":memory:";

    private static UrlParameter[] Parameters =>
    [
        new("mode", "Mode") { Values = PostgresUrl.Words("ro", "ReadOnly", "rw", "ReadWrite", "rwc", "ReadWriteCreate") },
        new("cache", "Cache") { Values = PostgresUrl.Words("private", "Private", "shared", "Shared") },
    ];

    public static ParsedConnection Read(string text, string folder)
    {
        var parts = text["sqlite:".Length..].Split('?', 2);
        var path = Uri.UnescapeDataString(parts[0].StartsWith("//", StringComparison.Ordinal) ? parts[0][2..] : parts[0]);
        if (string.IsNullOrWhiteSpace(path))
        {
            throw new ConnectionFormatException("sqlite: names no file.") { Fix = "Write sqlite:app.db, or sqlite::memory: for a database that ends with the run." };
        }

        var builder = new DbConnectionStringBuilder { ["Data Source"] = Full(path, folder) };
        if (parts.Length > 1)
        {
            UrlParameter.Apply(UrlValue.ParseAll(parts[1]), Parameters, builder);
        }

        Complete(builder);
        return new ParsedConnection(new DatabaseTarget(Client.Sqlite, new Secret(builder.ConnectionString), "sqlite:" + path, path), text);
    }

    /// <summary>The file's full path; names with a meaning of their own (<c>:memory:</c>, <c>file:…</c>) stay.</summary>
    public static string Full(string path, string folder) =>
        path == Memory || path.Length == 0 || path.StartsWith("file:", StringComparison.OrdinalIgnoreCase) ? path : Path.GetFullPath(path, folder);

    /// <summary>What every connection of ours has: a pooled one would keep the file open after the run.</summary>
    public static void Complete(DbConnectionStringBuilder builder) => builder["Pooling"] = "False";
}
