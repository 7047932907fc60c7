namespace Cairn.Scripting.Bundles;

/// <summary>What a bundle's compiled scripts fit to.</summary>
/// <param name="ToolVersion">The version of the tool that made it.</param>
/// <param name="Framework">The major version of .NET that it was made on.</param>
/// <param name="Naming">How the versions of its migrations are ordered.</param>
public sealed record BundleOrigin(string ToolVersion, int Framework, string Naming);

/// <summary>An assembly that scripts refer to with <c>#r</c>.</summary>
/// <param name="Name">Its simple name.</param>
/// <param name="Bytes">The assembly.</param>
internal sealed record BundledAssembly(string Name, byte[] Bytes);

/// <summary>An assembly of compiled scripts.</summary>
/// <param name="Bytes">The assembly.</param>
/// <param name="References">The indexes of those assemblies that its scripts refer to.</param>
internal sealed record BundledImage(byte[] Bytes, IReadOnlyList<int> References);

/// <summary>All that is in a bundle.</summary>
/// <param name="Origin">What it fits to.</param>
/// <param name="Migrations">The migrations, in their order.</param>
/// <param name="Images">The compiled scripts.</param>
/// <param name="Assemblies">What they refer to. Two may have one name: scripts may use two versions of a package.</param>
internal sealed record BundleContent(
    BundleOrigin Origin, IReadOnlyList<BundledMigration> Migrations, IReadOnlyList<BundledImage> Images, IReadOnlyList<BundledAssembly> Assemblies);
