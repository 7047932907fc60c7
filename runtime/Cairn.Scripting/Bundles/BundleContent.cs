namespace Cairn.Scripting.Bundles;

/// <summary>What a bundle's compiled scripts fit to.</summary>
/// <param name="ToolVersion">The version of the tool that made it.</param>
/// <param name="Framework">The major version of .NET that it was made on.</param>
/// <param name="Naming">How the versions of its migrations are ordered.</param>
public sealed record BundleOrigin(string ToolVersion, int Framework, string Naming);

/// <summary>All that is in a bundle.</summary>
/// <param name="Origin">What it fits to.</param>
/// <param name="Migrations">The migrations, in their order.</param>
/// <param name="Images">The compiled scripts' assemblies.</param>
/// <param name="Assemblies">What scripts refer to with <c>#r</c>, by simple name.</param>
internal sealed record BundleContent(
    BundleOrigin Origin, IReadOnlyList<BundledMigration> Migrations, IReadOnlyList<byte[]> Images, IReadOnlyDictionary<string, byte[]> Assemblies);
