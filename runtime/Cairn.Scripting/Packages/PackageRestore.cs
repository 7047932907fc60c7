namespace Cairn.Scripting.Packages;

/// <summary>Has NuGet fetch packages, all sets in one call, from the user's own sources and with the user's own credentials.</summary>
internal static class PackageRestore
{
    /// <summary>Restores; one result for each job. Null where there is no SDK.</summary>
    public static async Task<IReadOnlyList<RestoredProject>?> RunAsync(IReadOnlyList<RestoreJob> jobs, CancellationToken cancellationToken)
    {
        var folder = Directory.CreateTempSubdirectory("cairn-packages-").FullName;
        try
        {
            RestoreProject.Write(folder, jobs);
            if (await DotnetProcess.RestoreAsync(folder, cancellationToken) is not { } output)
            {
                return null;
            }

            var results = new List<RestoredProject>(jobs.Count);
            for (var i = 0; i < jobs.Count; i++)
            {
                results.Add(await RestoredProject.ReadAsync(RestoreProject.FolderOf(folder, i), output, cancellationToken));
            }

            return results;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
