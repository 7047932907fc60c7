using System.Reflection;
using Cairn.Runtime.Migrations.Namings;

namespace Cairn.Runtime.Migrations.Sources;

/// <summary>Compiled migrations: classes that derive from <see cref="Migration"/>.</summary>
/// <remarks>
/// The version is in <see cref="MigrationVersionAttribute"/> or in the class's name, where letters or an underscore stand before it:
/// <c>_20260301A_AddNotes</c>, <c>M20260301A_AddNotes</c>, <c>Migration20240429</c>.
/// </remarks>
/// <param name="types">The classes; those that are abstract or no migrations are passed over.</param>
/// <param name="kind">Whose migrations they are.</param>
public sealed class AssemblySource(IEnumerable<Type> types, MigrationSourceKind kind = MigrationSourceKind.Host) : IMigrationSource
{
    private readonly IReadOnlyList<Type> _types =
        [.. types.Where(type => type is { IsClass: true, IsAbstract: false } && type.IsSubclassOf(typeof(Migration)))];

    /// <summary>All migrations of an assembly.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="kind">Whose migrations they are.</param>
    public AssemblySource(Assembly assembly, MigrationSourceKind kind = MigrationSourceKind.Host)
        : this(assembly.GetTypes(), kind)
    {
    }

    /// <inheritdoc/>
    public SourceListing List(MigrationNaming naming)
    {
        var effective = SourceNames.Naming(kind, naming);
        var migrations = new List<MigrationDescriptor>();
        var errors = new List<CairnException>();
        foreach (var type in _types.OrderBy(type => type.FullName, StringComparer.Ordinal))
        {
            var given = type.GetCustomAttribute<MigrationVersionAttribute>();
            var read = given is null ? ClassNames.Read(type.Name, effective) : NamingErrors.Accept(given.Version.Trim(), type.Name);
            if (read.Version is not { Text.Length: > 0 } version)
            {
                errors.Add(WithoutVersion(type, read, effective));
                continue;
            }

            var name = given?.Name ?? ClassNames.Display(read.Description, type.Name);
            migrations.Add(new MigrationDescriptor(version, name, kind, SourceNames.Place(kind, version, type.FullName!))
            {
                Format = ".class",
                Type = type,
            });
        }

        ErrorList.ThrowIfAny(errors);
        return new SourceListing(migrations, []);
    }

    private static CairnException WithoutVersion(Type type, NamingResult read, MigrationNaming naming) =>
        new(read.Code ?? ErrorCodes.FileNameInvalid, $"The class {type.FullName} is a migration without a version ({naming.Form}): {read.Error ?? "it is empty"}.")
        {
            Fix = $"Put [MigrationVersion(\"…\")] on it, or begin its name with the version: _20260301A_{type.Name}.",
        };
}
