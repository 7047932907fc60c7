namespace Cairn.Scripting.Packages;

/// <summary>What is wrong with a set, at the line of the script that asks for it. NuGet's own words come in one line.</summary>
internal static class PackageErrors
{
    private const string OfflineFix =
        "where the sources can be reached, run dotnet cairn migrate:validate once, and bring the lock file and the packages folder (NUGET_PACKAGES) here; or name a source in nuget.config that can be reached";

    /// <summary>What NuGet complained of.</summary>
    /// <param name="set">The set.</param>
    /// <param name="complaint">The complaint.</param>
    /// <param name="absent">The set's packages that are not on this machine, as far as they are known.</param>
    /// <param name="folder">NuGet's folder.</param>
    public static CairnException Of(PackageSet set, Complaint complaint, IReadOnlyList<PackageName> absent, string folder)
    {
        var words = Words(complaint.Message);
        var line = set.LineOf(complaint.Package ?? absent.Select(name => name.Id).FirstOrDefault());
        var text = $"#r \"{line.Directive.Value}\": ";
        return complaint.Code switch
        {
            "NU1101" or "NU1102" or "NU1103" => line.Error(
                ErrorCodes.PackageUnknown, text + words, "correct the name or the version, or add the source that has it to nuget.config (dotnet nuget list source shows those that were asked)"),
            "NU1300" or "NU1301" or "NU1302" or "NU1303" => line.Error(
                ErrorCodes.PackageUnreachable, $"{text}{Missing(absent)} in {folder}, and a source could not be asked: {words}", OfflineFix),
            "NU1605" or "NU1106" or "NU1107" or "NU1108" => line.Error(
                ErrorCodes.PackageConflict, text + words, "write the version that the other package needs, or take versions that fit each other"),
            _ => line.Error(ErrorCodes.PackageUnusable, text + words, $"take a version of the package that is for {RestoreProject.Framework} or .NET Standard; dotnet nuget list source shows the sources"),
        };
    }

    /// <summary>There is no SDK to fetch with.</summary>
    public static CairnException NoSdk(PackageSet set, IReadOnlyList<PackageName> absent, string folder)
    {
        var line = set.LineOf(absent.Select(name => name.Id).FirstOrDefault());
        var why = absent.Count > 0 ? $"{Missing(absent)} in {folder}" : $"the package is not in {LockFile.Name}";
        return line.Error(
            ErrorCodes.PackageSdkMissing,
            $"#r \"{line.Directive.Value}\": {why}, and there is no .NET SDK 10 here to fetch it with",
            $"run dotnet cairn migrate:validate where there is an SDK, and bring {LockFile.Name} and the packages folder (NUGET_PACKAGES) here, as into the image; or run a bundle (migrate:bundle)");
    }

    /// <summary>A package's content is not the locked one.</summary>
    public static CairnException Changed(PackageSet set, LockedPackage package, string? found, string folder)
    {
        var line = set.LineOf(package.Name.Id);
        return line.Error(
            ErrorCodes.PackageChanged,
            $"#r \"{line.Directive.Value}\": {package.Name} is not the package that {LockFile.Name} has: SHA-512 {found ?? "unknown"} instead of {package.Hash} ({folder})",
            $"find out who changed it. If the package in the folder is wrong, delete that folder; if the change is wanted, delete {LockFile.Name} and run dotnet cairn migrate:validate");
    }

    /// <summary>NuGet was content, but the package is not where it should be.</summary>
    public static CairnException NotThere(PackageSet set, LockedPackage package, string folder) =>
        Of(set, new Complaint("", $"{package.Name} was fetched, but is not in {folder}", package.Name.Id), [], folder);

    private static string Missing(IReadOnlyList<PackageName> absent) => absent.Count switch
    {
        0 => "a package that these need is not",
        1 => $"{absent[0]} is not",
        _ => $"{string.Join(", ", absent)} are not",
    };

    private static string Words(string message) =>
        string.Join("; ", message.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(line => line.TrimStart('-', ' ').TrimEnd('.')).Distinct(StringComparer.Ordinal));
}
