using System.Globalization;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Contracts;

/// <summary>A disk of a few pages, in memory: what is written to it soon fails as it does on a full one.</summary>
public sealed class TinyDisk : IAsyncDisposable
{
    private TinyDisk(string folder) => Folder = folder;

    public string Folder { get; }

    /// <summary>A disk of one megabyte; the test is skipped where none may be mounted.</summary>
    public static async Task<TinyDisk> MountAsync()
    {
        Assert.SkipUnless(Commands.IsRoot, "only root can mount a tiny disk");
        var folder = Directory.CreateTempSubdirectory("cairn-tiny-").FullName;
        try
        {
            await Commands.RunAsync("mount", ["-t", "tmpfs", "-o", "size=1m,mode=0777", "cairn-tiny", folder], asAccount: false);
        }
        catch (ServerStartException error)
        {
            Directory.Delete(folder);
            Assert.Skip("a tiny disk cannot be mounted here: " + error.Message);
        }

        return new TinyDisk(folder);
    }

    /// <summary>A folder on it that the servers' account owns.</summary>
    public async Task<string> FolderOfServerAsync()
    {
        var folder = Directory.CreateDirectory(Path.Combine(Folder, "data")).FullName;
        await Commands.GiveAsync(folder);
        return folder;
    }

    /// <summary>Writes a file that takes all the room there is.</summary>
    public void Fill()
    {
        using var file = new FileStream(Path.Combine(Folder, "filler"), FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        try
        {
            while (true)
            {
                file.Write(new byte[4096]);
            }
        }
        catch (IOException)
        {
            // Full.
        }
    }

    /// <summary>Makes room: more megabytes, and the filler gone.</summary>
    public async Task GrowAsync(int megabytes = 32)
    {
        await Commands.RunAsync("mount", ["-o", string.Create(CultureInfo.InvariantCulture, $"remount,size={megabytes}m"), Folder], asAccount: false);
        File.Delete(Path.Combine(Folder, "filler"));
    }

    public async ValueTask DisposeAsync()
    {
        // Lazily: a server may have a file open for a moment more.
        await Commands.RunAsync("umount", ["--lazy", Folder], asAccount: false);
        Directory.Delete(Folder);
    }
}
