using Cairn.Runtime.Migrations;
using Cairn.Scripting.Binding;
using Cairn.Scripting.Compiling;
using Cairn.Scripting.Packages;
using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Formats;

/// <summary>C# scripts: <c>.csx</c>.</summary>
/// <param name="compiler">Compiles them.</param>
/// <example><code>
/// var format = new CsxFormat(new ScriptCompiler(CompileCache.FromEnvironment()));
/// var result = await format.LoadAsync(pending, cancellationToken);
/// </code></example>
public sealed class CsxFormat(ScriptCompiler compiler) : IMigrationFormat
{
    /// <summary>Takes what the user should know of the packages of <c>#r "nuget: …"</c>, as a lock file that cannot be written; may be null.</summary>
    public Action<string>? Warn { get; init; }

    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".csx"];

    /// <inheritdoc/>
    public async ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) =>
        (await new ScriptReader().ReadAsync(migration, cancellationToken)).SourceText;

    /// <inheritdoc/>
    public async Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var reader = new ScriptReader();
        var sources = new List<ScriptSource>(migrations.Count);
        var errors = new List<CairnException>();
        foreach (var migration in migrations)
        {
            try
            {
                sources.Add(await reader.ReadAsync(migration, cancellationToken));
            }
            catch (CairnException exception)
            {
                errors.Add(exception);
            }
        }

        var packages = new PackageResolution(Warn);
        var ready = await packages.ResolveAsync(sources, cancellationToken);
        var compiled = compiler.Compile(ready, cancellationToken);
        return new LoadResult(ScriptBinder.Bind(ready, compiled), ErrorOrder.Sorted([.. errors, .. packages.Errors, .. compiled.Errors]));
    }
}
