namespace Cairn.Engines.Tests.Servers;

/// <summary>Ends servers whose test run was killed, and removes their folders.</summary>
public static class LeftoverServers
{
    public static IReadOnlyList<string> End()
    {
        var ended = new List<string>();
        foreach (var folder in ServerFolder.Places.SelectMany(place => Directory.EnumerateDirectories(place, ServerFolder.Prefix + "*")))
        {
            // A folder without an owner is one that is being made right now.
            if (ServerFolder.Owner(folder) is { IsAlive: false })
            {
                End(folder);
                ended.Add(folder);
            }
        }

        return ended;
    }

    /// <summary>Ends the folder's server and removes the folder.</summary>
    public static void End(string folder)
    {
        try
        {
            ServerFolder.Server(folder)?.End();
            Directory.Delete(folder, recursive: true);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Another account's, or another run removes it at the same time.
        }
    }
}
