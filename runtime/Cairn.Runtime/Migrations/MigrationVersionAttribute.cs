namespace Cairn;

/// <summary>The version of a compiled migration, where its class's name does not have it.</summary>
/// <param name="version">As <c>20260301A</c>.</param>
/// <param name="name">The display name; null takes the class's name.</param>
/// <example><code>
/// [MigrationVersion("20260301A", "Add Notes")]
/// public sealed class AddNotes : Migration { … }
/// </code></example>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class MigrationVersionAttribute(string version, string? name = null) : Attribute
{
    /// <summary>The version.</summary>
    public string Version { get; } = version;

    /// <summary>The display name, or null.</summary>
    public string? Name { get; } = name;
}
