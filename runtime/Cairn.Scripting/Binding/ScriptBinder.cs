using System.Reflection;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Binding;

/// <summary>Makes compiled scripts runnable. Nothing of a script runs here: an instance is made when a direction runs, a new one each time.</summary>
internal static class ScriptBinder
{
    private const BindingFlags Any = BindingFlags.Instance | BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic;

    /// <summary>Loads the assemblies and binds those scripts that have no error.</summary>
    public static IReadOnlyList<LoadedMigration> Bind(IReadOnlyList<ScriptSource> sources, CompiledScripts compiled)
    {
        var context = new ScriptLoadContext(sources);
        var assemblies = compiled.Images.Select(context.Load).ToList();
        var lines = new DebugLines(assemblies.Zip(compiled.Images).ToDictionary(pair => pair.First, pair => pair.Second));
        var bound = new List<LoadedMigration>(sources.Count);
        for (var i = 0; i < sources.Count; i++)
        {
            if (compiled.Entries[i] is { } entry)
            {
                bound.Add(Bind(new ScriptLocator(sources[i], lines), sources[i], entry, assemblies[entry.Image].GetType(entry.TypeName, throwOnError: true)!));
            }
        }

        return bound;
    }

    private static LoadedMigration Bind(ScriptLocator locate, ScriptSource source, ScriptEntry entry, Type type) =>
        entry.Form == ScriptForm.Class ? BindClass(source, type, locate) : BindFunctions(source, entry, type, locate);

    private static LoadedMigration BindFunctions(ScriptSource source, ScriptEntry entry, Type type, ScriptLocator locate)
    {
        var isChange = entry.Form == ScriptForm.Change;
        var up = type.GetMethod(isChange ? "Change" : "Up", Any)!;
        var down = isChange ? null : type.GetMethod("Down", Any);
        var options = new OptionReader([], [up], down is null ? [] : [down], sameForBoth: isChange);
        return new LoadedMigration(source.Descriptor, source.SourceText)
        {
            Up = FunctionBody.Of(up, entry.IsSubmission),
            Down = down is null ? null : FunctionBody.Of(down, entry.IsSubmission),
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
            Up = (db, cancellationToken) => Create(type, db).UpAsync(cancellationToken),
            Down = down.Count == 0 ? null : (db, cancellationToken) => Create(type, db).DownAsync(cancellationToken),
            UpOptions = options.Up,
            DownOptions = options.Down,
            Irreversible = options.Irreversible,
            Locate = locate.Find,
            LocateOrigin = locate.Find,
        };
    }

    private static Migration Create(Type type, Db db)
    {
        var migration = (Migration)Activator.CreateInstance(
            type, Any & ~BindingFlags.Static | BindingFlags.DoNotWrapExceptions, binder: null, args: null, culture: null)!;
        migration.Db = db;
        return migration;
    }

    private static List<MemberInfo> Overrides(Type type, string name, string asyncName) =>
    [
        .. type.GetMethods(BindingFlags.Instance | BindingFlags.Public)
            .Where(method => (method.Name == name || method.Name == asyncName) && method.DeclaringType != typeof(Migration)),
    ];
}
