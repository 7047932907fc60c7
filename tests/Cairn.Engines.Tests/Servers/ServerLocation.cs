namespace Cairn.Engines.Tests.Servers;

/// <summary>Where an engine comes from: a ready server's URL, a folder of binaries, or nothing, with the reason.</summary>
public sealed record ServerLocation(Uri? Url, string? Folder, string Reason)
{
    /// <param name="variable">A URL, <c>off</c>, or a folder of binaries.</param>
    /// <param name="programs">The programs that a folder must have.</param>
    /// <param name="folders">Folders to look at after those on PATH.</param>
    /// <param name="install">What to install, for the reason.</param>
    public static ServerLocation Find(string variable, string[] programs, IEnumerable<string> folders, string install)
    {
        var value = Environment.GetEnvironmentVariable(variable);
        if (string.Equals(value, "off", StringComparison.OrdinalIgnoreCase))
        {
            return new(null, null, $"{variable} is off.");
        }

        if (!string.IsNullOrEmpty(value))
        {
            return FromVariable(variable, value, programs);
        }

        var path = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        var folder = path.Concat(folders).FirstOrDefault(candidate => Has(candidate, programs));
        return folder is null
            ? new(null, null, $"no {string.Join(" and ", programs)} on PATH or in the usual folders; install {install}, or set {variable} to a URL or a folder.")
            : new(null, folder, "");
    }

    private static ServerLocation FromVariable(string variable, string value, string[] programs)
    {
        if (Has(value, programs))
        {
            return new(null, value, "");
        }

        return value.Contains("://", StringComparison.Ordinal) && Uri.TryCreate(value, UriKind.Absolute, out var url)
            ? new(url, null, "")
            : throw new ServerStartException($"{variable} is neither a URL, nor off, nor a folder with {string.Join(" and ", programs)}.");
    }

    private static bool Has(string folder, string[] programs) =>
        folder.Length > 0 && Array.TrueForAll(programs, program => File.Exists(Path.Combine(folder, program)));
}

/// <summary>A server that should be there could not be started.</summary>
public sealed class ServerStartException(string message) : Exception(message);
