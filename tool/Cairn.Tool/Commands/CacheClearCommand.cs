using System.Globalization;
using Cairn.Scripting.Caching;
using Cairn.Tool.Output;

namespace Cairn.Tool.Commands;

/// <summary>Empties the compile cache.</summary>
internal sealed class CacheClearCommand : ICommand
{
    public IReadOnlyList<string> Names => ["cache:clear"];

    public string Description => "Empties the compile cache: the folder that CAIRN_CACHE names, else the user's.";

    public bool UsesSettings => false;

    public CommandBody Declare(CommandLineApplication app) => (context, _) => Task.FromResult(Clear(context));

    private static CommandReport Clear(CommandContext context)
    {
        var cache = CompileCache.From(context.Host.Variable, context.Observer.Warning);
        var (files, bytes) = cache.Clear();
        return new CommandReport(context.Command)
        {
            Cache = new CacheLine(cache.Folder, files, bytes),
            Summary = [cache.Folder is { } folder ? $"{Count(files)} ({Size(bytes)}) deleted from {folder}." : "There is no compile cache: CAIRN_CACHE is off, or there is no home folder."],
        };
    }

    private static string Count(int files) => files == 1 ? "1 entry" : string.Create(CultureInfo.InvariantCulture, $"{files} entries");

    private static string Size(long bytes) => string.Create(CultureInfo.InvariantCulture, $"{bytes / 1024d / 1024d:0.0} MB");
}
