using System.Reflection;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Binding;

/// <summary>Makes compiled scripts runnable. Nothing of a script runs here: an instance is made when a direction runs, a new one each time.</summary>
internal static class ScriptBinder
{
    /// <summary>Loads the assemblies and binds those scripts that have no error.</summary>
    public static IReadOnlyList<LoadedMigration> Bind(IReadOnlyList<ScriptSource> sources, CompiledScripts compiled) => Bind(sources, compiled, ScriptLoadContext.For(sources, compiled));

    /// <summary>Loads the assemblies, each into its context by its index, and binds those scripts that have no error.</summary>
    public static IReadOnlyList<LoadedMigration> Bind(IReadOnlyList<ScriptSource> sources, CompiledScripts compiled, Func<int, ScriptLoadContext> contextOf) =>
        [.. CompiledType.Load(sources, compiled, contextOf).Select(Bind)];

    private static LoadedMigration Bind(CompiledType found) =>
        found.Entry.Form == ScriptForm.Class ? BindClass(found.Source, found.Type, found.Locator) : BindFunctions(found);

    private static LoadedMigration BindFunctions(CompiledType found)
    {
        var (source, locate) = (found.Source, found.Locator);
        var isChange = found.Entry.Form == ScriptForm.Change;
        var up = found.Function(isChange ? "Change" : "Up")!;
        var down = isChange ? null : found.Function("Down");
        var options = new OptionReader([], [up], down is null ? [] : [down], sameForBoth: isChange);
        return new LoadedMigration(source.Descriptor, source.SourceText)
        {
            Up = new MigrationBody(found.Body<Db>(up)),
            Down = down is null ? null : new MigrationBody(found.Body<Db>(down)),
            IsChange = isChange,
            UpOptions = options.Up,
            DownOptions = options.Down,
            Irreversible = options.Irreversible,
            Locate = locate.Find,
            LocateOrigin = locate.Find,
        };
    }

    private static LoadedMigration BindClass(ScriptSource source, Type type, ScriptLocator locate)
    {
        var up = Overrides(type, nameof(Migration.Up), nameof(Migration.UpAsync));
        var down = Overrides(type, nameof(Migration.Down), nameof(Migration.DownAsync));
        var options = new OptionReader([type], up, down, sameForBoth: false);
        return new LoadedMigration(source.Descriptor, source.SourceText)
        {
            Up = (db, cancellationToken) => MigrationActivator.Create(type, db).UpAsync(cancellationToken),
            Down = down.Count == 0 ? null : (db, cancellationToken) => MigrationActivator.Create(type, db).DownAsync(cancellationToken),
            Class = type,
            UpOptions = options.Up,
            DownOptions = options.Down,
            Irreversible = options.Irreversible,
            Locate = locate.Find,
            LocateOrigin = locate.Find,
        };
    }

    private static List<MemberInfo> Overrides(Type type, string name, string asyncName) =>
    [
        .. type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => (method.Name == name || method.Name == asyncName) && method.DeclaringType != typeof(Migration)),
    ];
}
