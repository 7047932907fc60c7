namespace Cairn.Scripting.Packages;

/// <summary>The sets of one folder of scripts: its lock file, and NuGet's folders as they are configured there.</summary>
internal sealed class FolderPackages
{
    private readonly Dictionary<string, SetState> states = new(StringComparer.Ordinal);

    private readonly string? folder;

    private readonly string display;

    private readonly PackageLock locked;

    private readonly InstalledPackages installed;

    private bool hasChanged;

    private FolderPackages(string? folder, string display, PackageLock locked) =>
        (this.folder, this.display, this.locked, installed) =
        (folder, display, locked, new InstalledPackages(PackageFolders.Of(folder, Environment.GetEnvironmentVariable)));

    /// <summary>Reads the lock file; scripts without a folder have none.</summary>
    /// <exception cref="CairnException">It cannot be read (CAIRN2017).</exception>
    public static async Task<FolderPackages> OpenAsync(string? folder, string display, CancellationToken cancellationToken) =>
        new(folder, display, folder is null ? new PackageLock() : await LockFile.ReadAsync(folder, display, cancellationToken));

    /// <summary>What is known of a set.</summary>
    public SetState StateOf(PackageSet set) => states[set.Key];

    /// <summary>What NuGet has to do for a set; null where nothing, or nothing that would help.</summary>
    public RestoreJob? JobFor(PackageSet set)
    {
        if (states.ContainsKey(set.Key))
        {
            return null;
        }

        if (locked.Find(set) is not { } packages)
        {
            states[set.Key] = SetState.Failed();
            return new RestoreJob(set, null);
        }

        states[set.Key] = Look(packages, out var missing);
        return missing.Count > 0 && states[set.Key].Problems.Count == 0 ? new RestoreJob(set, missing) : null;
    }

    /// <summary>Takes what NuGet did; null where there is no SDK.</summary>
    public void Take(RestoreJob job, RestoredProject? restored)
    {
        var absent = Absent(job);
        if (restored is not { Complaints: [] })
        {
            states[job.Set.Key] = restored is null
                ? SetState.Failed(set => PackageErrors.NoSdk(set, absent, installed.Main))
                : SetState.Failed([.. restored.Complaints.Select(complaint => (Func<PackageSet, CairnException>)(set => PackageErrors.Of(set, complaint, absent, installed.Main)))]);
            return;
        }

        // What another set has locked holds for this one too.
        var packages = job.Missing is not null
            ? locked.Find(job.Set)!
            : [.. restored.Packages.Select(package => locked.Packages.TryGetValue(package.Name.Key, out var known) ? package with { Hash = known.Hash } : package)];
        var state = Look(packages, out var missing);
        states[job.Set.Key] = missing.Count == 0 ? state : SetState.Failed(set => PackageErrors.NotThere(set, missing[0], installed.Main));
        if (job.Missing is null && states[job.Set.Key].Problems.Count == 0)
        {
            locked.Add(job.Set.Key, packages);
            hasChanged = true;
        }
    }

    /// <summary>Writes the lock file where there is something new in it; where that cannot be, it warns.</summary>
    public async Task WriteAsync(Action<string>? warn, CancellationToken cancellationToken)
    {
        if (!hasChanged || folder is null)
        {
            return;
        }

        // Another process may have written in the meantime.
        locked.AddMissing(await LockFile.ReadAsync(folder, display, cancellationToken));
        if (await LockFile.WriteAsync(folder, locked, cancellationToken) is { } reason)
        {
            warn?.Invoke($"{display} could not be written ({reason}): NuGet is asked for the packages on every run, and may give others than today");
        }
    }

    private SetState Look(IReadOnlyList<LockedPackage> packages, out List<LockedPackage> missing)
    {
        missing = [];
        var found = new List<(LockedPackage, string)>();
        var problems = new List<Func<PackageSet, CairnException>>();
        foreach (var package in packages)
        {
            if (installed.Find(package.Name, out var hash) is not { } path)
            {
                missing.Add(package);
            }
            else if (hash == package.Hash)
            {
                found.Add((package, path));
            }
            else
            {
                problems.Add(set => PackageErrors.Changed(set, package, hash, path));
            }
        }

        return new SetState(found, problems);
    }

    private List<PackageName> Absent(RestoreJob job) =>
        [.. (job.Missing?.Select(package => package.Name) ?? job.Set.Lines.Select(line => line.Name)).Where(name => installed.Find(name, out _) is null)];
}
