using Cairn.Runtime.Migrations;
using Cairn.Runtime.Seeds;
using Cairn.Scripting.Binding;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Compiling.Shapes;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Formats;

/// <summary>Seeds: <c>.csx</c> with <c>async Task Run(Db db)</c>, and <c>.sql</c> without sections. Scripts are compiled together, and as migrations are.</summary>
/// <param name="compiler">Compiles them.</param>
/// <example><code>
/// var files = SeedFolders.List([("/app/extensions/seeds", "extensions/seeds")]).Files;
/// var seeds = await new SeedReader(new ScriptCompiler(CompileCache.FromEnvironment())).LoadAsync(files, cancellationToken);
/// </code></example>
public sealed class SeedReader(ScriptCompiler compiler)
{
    /// <summary>Takes what the user should know of the packages of <c>#r "nuget: …"</c>, as a lock file that cannot be written; may be null.</summary>
    public Action<string>? Warn { get; init; }

    /// <summary>Reads and compiles all of them; nothing of a seed is run.</summary>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>The seeds in the files' order.</returns>
    /// <exception cref="CairnException">A file cannot be read, does not compile (2xxx), or has no fitting Run (CAIRN2020); all errors of all are in it.</exception>
    public async Task<IReadOnlyList<SeedScript>> LoadAsync(IReadOnlyList<SeedFile> files, CancellationToken cancellationToken)
    {
        var sql = new SqlFormat();
        var seeds = new List<SeedScript>();
        var wrong = new List<CairnException>();
        foreach (var file in files.Where(IsSql))
        {
            try
            {
                seeds.Add(sql.LoadSeed(file));
            }
            catch (CairnException exception)
            {
                wrong.Add(exception);
            }
        }

        var (sources, errors) = await CsxFormat.ReadAllAsync(files.Where(file => !IsSql(file)).Select(Descriptor), ScriptKind.Seed, Warn, cancellationToken);
        var compiled = compiler.Compile(sources, cancellationToken);
        ErrorList.ThrowIfAny(ErrorOrder.Sorted([.. wrong, .. errors, .. compiled.Errors]));
        var places = files.Select((file, index) => (file.Path, index)).ToDictionary(pair => pair.Path, pair => pair.index);
        return [.. seeds.Concat(CompiledType.Load(sources, compiled, ScriptLoadContext.For(sources, compiled)).Select(Seed)).OrderBy(seed => places[seed.Path])];
    }

    private static bool IsSql(SeedFile file) => file.Ending == ".sql";

    private static MigrationDescriptor Descriptor(SeedFile file) =>
        new(new MigrationVersion(file.Name), file.Name, MigrationSourceKind.Custom, file.Path) { FilePath = file.FullPath, Format = file.Ending };

    private static SeedScript Seed(CompiledType found)
    {
        var function = found.Function(RunShape.Function)!;
        return new SeedScript(found.Source.Descriptor.Name, found.Source.Main.Display, new MigrationBody(found.Body<Db>(function)))
        {
            Options = new OptionReader([], [function], [], sameForBoth: true).Up,
            Source = found.Source.SourceText,
            Locate = found.Locator.Find,
            LocateOrigin = found.Locator.Find,
        };
    }
}
