namespace Cairn.Engines.Tests.Tools;

/// <summary>One compile cache for all tests of a run, so that the user's is neither used nor filled.</summary>
internal static class ToolCache
{
    public static string Folder { get; } = Create();

    private static string Create()
    {
        var folder = Directory.CreateTempSubdirectory("cairn-cache-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            try
            {
                Directory.Delete(folder, recursive: true);
            }
            catch (IOException)
            {
                // A tool that is just ending may still write; the folder is in the temp folder anyway.
            }
        };
        return folder;
    }
}
