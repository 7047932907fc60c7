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
    public ValueTask<MigrationSourceText> ReadAsync(MigrationDescriptor migration, CancellationToken cancellationToken) =>
        ValueTask.FromResult(new ScriptReader().Read(migration).SourceText);

    /// <inheritdoc/>
    public async Task<LoadResult> LoadAsync(IReadOnlyList<MigrationDescriptor> migrations, CancellationToken cancellationToken)
    {
        var (sources, errors) = await ReadAllAsync(migrations, ScriptKind.Migration, Warn, cancellationToken);
        var compiled = compiler.Compile(sources, cancellationToken);
        return new LoadResult(ScriptBinder.Bind(sources, compiled), ErrorOrder.Sorted([.. errors, .. compiled.Errors]));
    }

    /// <summary>Reads all that can be read, with the packages that they name, and tells what cannot.</summary>
    internal static async Task<(IReadOnlyList<ScriptSource> Sources, IReadOnlyList<CairnException> Errors)> ReadAllAsync(
        IEnumerable<MigrationDescriptor> scripts, ScriptKind kind, Action<string>? warn, CancellationToken cancellationToken)
    {
        var reader = new ScriptReader();
        var sources = new List<ScriptSource>();
        var errors = new List<CairnException>();
        foreach (var script in scripts)
        {
            try
            {
                cancellationToken.ThrowIfCancellationRequested();
                sources.Add(reader.Read(script) with { Kind = kind });
            }
            catch (CairnException exception)
            {
                errors.Add(exception);
            }
        }

        var packages = new PackageResolution(warn);
        var ready = await packages.ResolveAsync(sources, cancellationToken);
        return (ready, [.. errors, .. packages.Errors]);
    }
}
