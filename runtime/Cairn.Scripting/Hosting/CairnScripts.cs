using Cairn.Runtime.Hosting;
using Cairn.Scripting.Caching;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Formats;

namespace Cairn.Scripting.Hosting;

/// <summary>Lets an application run migrations that are files.</summary>
public static class CairnScripts
{
    /// <summary>Adds the formats <c>.csx</c> and <c>.sql</c>, for extensions folders and embedded files.</summary>
    /// <param name="options">The application's options.</param>
    /// <param name="cacheFolder">
    /// Where compiled scripts are kept; null for what <c>CAIRN_CACHE</c> says, else the user's cache folder. Where the folder cannot be used, scripts are compiled in memory.
    /// </param>
    /// <example><code>services.AddCairn(options => options.UseDataSource().AddExtensions("extensions").UseScripts());</code></example>
    public static CairnOptions UseScripts(this CairnOptions options, string? cacheFolder = null)
    {
        ArgumentNullException.ThrowIfNull(options);
        var cache = cacheFolder is null ? CompileCache.FromEnvironment() : new CompileCache(cacheFolder);
        options.Formats.Add(new CsxFormat(new ScriptCompiler(cache)));
        options.Formats.Add(new SqlFormat());
        return options;
    }
}
