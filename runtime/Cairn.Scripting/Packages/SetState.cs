namespace Cairn.Scripting.Packages;

/// <summary>What is known of a set: where its packages are, or what is wrong with it.</summary>
/// <param name="Packages">Its packages with their folders.</param>
/// <param name="Problems">What is wrong, to be said at the lines of each script that has this set.</param>
internal sealed record SetState(
    IReadOnlyList<(LockedPackage Package, string Folder)> Packages, IReadOnlyList<Func<PackageSet, CairnException>> Problems)
{
    /// <summary>A set that cannot be had.</summary>
    public static SetState Failed(params IReadOnlyList<Func<PackageSet, CairnException>> problems) => new([], problems);
}
