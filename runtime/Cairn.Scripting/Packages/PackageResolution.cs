using Cairn.Scripting.Sources;

namespace Cairn.Scripting.Packages;

/// <summary>Finds the packages that scripts name: by the lock file and NuGet's folder alone where they have all, else by one restore for all scripts.</summary>
/// <param name="warn">Takes what the user should know; may be null.</param>
internal sealed class PackageResolution(Action<string>? warn)
{
    private readonly List<CairnException> errors = [];

    /// <summary>What is wrong, at the lines of the scripts.</summary>
    public IReadOnlyList<CairnException> Errors => errors;

    /// <summary>The scripts, with the files of their packages among their references; without those whose packages cannot be had.</summary>
    public async Task<IReadOnlyList<ScriptSource>> ResolveAsync(IReadOnlyList<ScriptSource> sources, CancellationToken cancellationToken)
    {
        if (sources.All(source => source.Packages.Count == 0))
        {
            return sources;
        }

        var wanting = new List<(ScriptSource Source, PackageSet Set)>();
        foreach (var source in sources.Where(source => source.Packages.Count > 0))
        {
            if (Try(() => PackageSet.Of(source)) is { } set)
            {
                wanting.Add((source, set));
            }
        }

        var done = new Dictionary<ScriptSource, ScriptSource>(ReferenceEqualityComparer.Instance);
        foreach (var (source, packages) in await FindAsync(wanting, cancellationToken))
        {
            done[source] = source with { References = [.. source.References, .. PackageReferences.Of(packages, SystemNames.Current)] };
        }

        return [.. sources.Select(source => source.Packages.Count == 0 ? source : done.GetValueOrDefault(source)).OfType<ScriptSource>()];
    }

    private async Task<List<(ScriptSource Source, IReadOnlyList<(LockedPackage, string)> Packages)>> FindAsync(
        List<(ScriptSource Source, PackageSet Set)> wanting, CancellationToken cancellationToken)
    {
        var folders = await OpenAsync(wanting, cancellationToken);
        var jobs = new List<(FolderPackages Folder, RestoreJob Job)>();
        foreach (var (_, set) in wanting)
        {
            if (folders.GetValueOrDefault(set.Folder ?? "") is { } folder && folder.JobFor(set) is { } job)
            {
                jobs.Add((folder, job));
            }
        }

        if (jobs.Count > 0)
        {
            var restored = await PackageRestore.RunAsync([.. jobs.Select(pair => pair.Job)], cancellationToken);
            for (var i = 0; i < jobs.Count; i++)
            {
                jobs[i].Folder.Take(jobs[i].Job, restored?[i]);
            }
        }

        foreach (var folder in folders.Values)
        {
            await folder.WriteAsync(warn, cancellationToken);
        }

        var found = new List<(ScriptSource, IReadOnlyList<(LockedPackage, string)>)>();
        foreach (var (source, set) in wanting.Where(pair => folders.ContainsKey(pair.Set.Folder ?? "")))
        {
            var state = folders[set.Folder ?? ""].StateOf(set);
            errors.AddRange(state.Problems.Select(problem => problem(set)));
            if (state.Problems.Count == 0)
            {
                found.Add((source, state.Packages));
            }
        }

        return found;
    }

    private async Task<Dictionary<string, FolderPackages>> OpenAsync(List<(ScriptSource Source, PackageSet Set)> wanting, CancellationToken cancellationToken)
    {
        var folders = new Dictionary<string, FolderPackages>(ScriptPaths.Comparer);
        foreach (var (source, set) in wanting.DistinctBy(pair => pair.Set.Folder ?? "", ScriptPaths.Comparer))
        {
            try
            {
                var display = ScriptPaths.Display(source.Main.Display, LockFile.Name);
                folders.Add(set.Folder ?? "", await FolderPackages.OpenAsync(set.Folder, display, cancellationToken));
            }
            catch (CairnException exception)
            {
                errors.Add(exception);
            }
        }

        return folders;
    }

    private PackageSet? Try(Func<PackageSet> make)
    {
        try
        {
            return make();
        }
        catch (CairnException exception)
        {
            errors.Add(exception);
            return null;
        }
    }
}
