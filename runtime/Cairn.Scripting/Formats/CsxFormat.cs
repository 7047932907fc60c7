using Cairn.Runtime.Migrations;
using Cairn.Scripting.Binding;
using Cairn.Scripting.Compiling;
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
    /// <inheritdoc/>
    public IReadOnlyList<string> Endings { get; } = [".csx"];

    /// <inheritdoc/>
    public async ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) =>
        (await new ScriptReader().ReadAsync(migration, cancellationToken)).SourceText;

    /// <inheritdoc/>
    public async Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var (sources, errors) = await ReadAllAsync(migrations, cancellationToken);
        var compiled = compiler.Compile(sources, cancellationToken);
        return new LoadResult(ScriptBinder.Bind(sources, compiled), ErrorOrder.Sorted([.. errors, .. compiled.Errors]));
    }

    /// <summary>Reads all that can be read, and tells what cannot.</summary>
    internal static async Task<(IReadOnlyList<ScriptSource> Sources, IReadOnlyList<CairnException> Errors)> ReadAllAsync(
        IEnumerable<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var reader = new ScriptReader();
        var sources = new List<ScriptSource>();
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

        return (sources, errors);
    }
}
