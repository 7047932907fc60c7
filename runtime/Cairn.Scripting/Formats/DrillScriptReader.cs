using Cairn.Runtime.Drills.Stories;
using Cairn.Runtime.Migrations;
using Cairn.Scripting.Binding;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Compiling.Shapes;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Formats;

/// <summary>Drill scripts: <c>.csx</c> with <c>async Task Run(Drill drill)</c>; compiled together, and as migrations are.</summary>
/// <param name="compiler">Compiles them.</param>
/// <example><code>
/// var reader = new DrillScriptReader(new ScriptCompiler(CompileCache.FromEnvironment()));
/// var scripts = await reader.LoadAsync([("/app/extensions/drills/checkout.csx", "drills/checkout.csx")], cancellationToken);
/// </code></example>
public sealed class DrillScriptReader(ScriptCompiler compiler)
{
    /// <summary>Takes what the user should know of the packages of <c>#r "nuget: …"</c>, as a lock file that cannot be written; may be null.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Reads and compiles; nothing of a script is run.</summary>
    /// <param name="files">Each script's full path, and the path to show.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CairnException">A file cannot be read, does not compile (2xxx), or has no fitting Run (CAIRN5006); all errors of all are in it.</exception>
    public async Task<IReadOnlyList<DrillScript>> LoadAsync(IReadOnlyList<(string FullPath, string Display)> files, CancellationToken cancellationToken)
    {
        var (sources, errors) = await CsxFormat.ReadAllAsync(files.Select(Descriptor), ScriptKind.Drill, Warn, cancellationToken);
        var compiled = compiler.Compile(sources, cancellationToken);
        ErrorList.ThrowIfAny(ErrorOrder.Sorted([.. errors, .. compiled.Errors]));
        return
        [
            .. CompiledType.Load(sources, compiled, ScriptLoadContext.For(sources, compiled)).Select(found => new DrillScript(found.Source.Main.Display, new DrillBody(found.Body<Drill>(found.Function(RunShape.Function)!)))
            {
                Locate = found.Locator.Find,
                LocateCall = found.Locator.Find,
            }),
        ];
    }

    private static MigrationDescriptor Descriptor((string FullPath, string Display) file)
    {
        var name = Path.GetFileNameWithoutExtension(file.FullPath);
        return new(new MigrationVersion(name), name, MigrationSourceKind.Custom, file.Display) { FilePath = file.FullPath, Format = ".csx" };
    }
}
