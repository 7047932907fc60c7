namespace Cairn.Scripting.Packages;

/// <summary>A package and its version; letter case does not count.</summary>
/// <param name="Id">The package.</param>
/// <param name="Version">Its version, as NuGet writes it.</param>
internal readonly record struct PackageName(string Id, string Version)
{
    /// <summary>As folders and lock files have it: <c>humanizer.core/2.14.1</c>.</summary>
    public string Key => $"{Id}/{Version}".ToLowerInvariant();

    /// <inheritdoc/>
    public bool Equals(PackageName other) => string.Equals(Key, other.Key, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override int GetHashCode() => Key.GetHashCode(StringComparison.Ordinal);

    /// <summary>For people: <c>Humanizer.Core 2.14.1</c>.</summary>
    public override string ToString() => $"{Id} {Version}";

    /// <summary>From <c>Humanizer.Core/2.14.1</c>; null where it is not that.</summary>
    public static PackageName? Parse(string text) =>
        text.Split('/') is [{ Length: > 0 } id, { Length: > 0 } version] ? new PackageName(id, version) : null;
}
