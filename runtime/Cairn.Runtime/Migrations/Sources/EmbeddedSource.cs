using System.Reflection;
using Cairn.Runtime.Migrations.Namings;

namespace Cairn.Runtime.Migrations.Sources;

/// <summary>Migrations embedded in an assembly as <c>.csx</c> and <c>.sql</c> resources.</summary>
/// <param name="assembly">The assembly.</param>
/// <param name="prefix">What the resources' names begin with, before the file's name: <c>Shop.Migrations</c>.</param>
/// <param name="kind">Whose migrations they are.</param>
public sealed class EmbeddedSource(Assembly assembly, string prefix, MigrationSourceKind kind = MigrationSourceKind.Host) : IMigrationSource
{
    /// <inheritdoc/>
    public SourceListing List(MigrationNaming naming)
    {
        var effective = SourceNames.Naming(kind, naming);
        var migrations = new List<MigrationDescriptor>();
        var errors = new List<CairnException>();
        var start = prefix.TrimEnd('.', '/');
        foreach (var resource in assembly.GetManifestResourceNames().Order(StringComparer.Ordinal))
        {
            var ending = Path.GetExtension(resource).ToLowerInvariant();
            if (ending is not (".csx" or ".sql") || !IsUnder(resource, start))
            {
                continue;
            }

            var file = resource[start.Length..].TrimStart('.', '/');
            var result = effective.Read(file);
            if (result.Version is null)
            {
                errors.Add(NamingErrors.Explain($"the embedded resource {resource}", result, effective));
                continue;
            }

            var path = SourceNames.Place(kind, result.Version, file);
            migrations.Add(new MigrationDescriptor(result.Version, SourceNames.Display(result.Description, file), kind, path)
            {
                Format = ending,
                EmbeddedText = () => Text(resource),
            });
        }

        ErrorList.ThrowIfAny(errors);
        return new SourceListing(migrations, []);
    }

    private static bool IsUnder(string resource, string start) =>
        start.Length == 0
        || (resource.Length > start.Length && resource.StartsWith(start, StringComparison.Ordinal) && resource[start.Length] is '.' or '/');

    private string Text(string resource)
    {
        using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
        return reader.ReadToEnd();
    }
}
