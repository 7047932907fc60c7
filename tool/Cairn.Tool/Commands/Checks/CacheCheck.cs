using System.Globalization;
using Cairn.Runtime.Checks;
using Cairn.Scripting.Caching;

namespace Cairn.Tool.Commands.Checks;

/// <summary>The folder of compiled scripts. Without it everything works, and each run compiles.</summary>
internal static class CacheCheck
{
    private const string Name = "cache";
    private const string Fix = "Set CAIRN_CACHE to a folder that only this account may write to; without one each run compiles anew, which takes a second or two.";

    public static CheckResult Run()
    {
        if (CompileCache.FromEnvironment().Folder is not { } folder)
        {
            return CheckResult.Warn(Name, "there is none.", Fix);
        }

        try
        {
            return Directory.Exists(folder) ? Existing(folder) : Missing(folder);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return CheckResult.Warn(Name, $"{folder} cannot be used: {error.Message}", Fix);
        }
    }

    private static CheckResult Existing(string folder)
    {
        string? reason = null;
        var cache = CompileCache.FromEnvironment(warning => reason = warning);
        var files = cache.Entries();
        if (reason is not null)
        {
            return CheckResult.Warn(Name, reason, Fix);
        }

        Try(folder);
        return CheckResult.Ok(Name, string.Create(CultureInfo.InvariantCulture, $"{folder}: {files.Count} entries, {files.Sum(file => file.Length) / 1024.0 / 1024.0:0.0} MB of {cache.SizeLimit / 1024 / 1024} MB"));
    }

    /// <summary>Made by the first run; so it is the folder above that is looked at.</summary>
    private static CheckResult Missing(string folder)
    {
        var above = Path.GetDirectoryName(folder);
        while (above is not null && !Directory.Exists(above))
        {
            above = Path.GetDirectoryName(above);
        }

        Try(above ?? folder);
        return CheckResult.Ok(Name, $"{folder}: not there yet; the first run makes it");
    }

    /// <summary>A file that is gone when it is closed.</summary>
    private static void Try(string folder) =>
        new FileStream(Path.Combine(folder, $".cairn-{Guid.NewGuid():n}"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose).Dispose();
}
