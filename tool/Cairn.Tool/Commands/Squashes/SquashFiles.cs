using System.Text;
using System.Text.Json;
using Cairn.Runtime.Migrations.Sources;

namespace Cairn.Tool.Commands.Squashes;

/// <summary>Puts the new file in the place of the old ones. At every moment each old file is in one of two places, and the new text is in the order or in its file: what a kill leaves can be finished.</summary>
/// <param name="folder">The migrations folder.</param>
/// <param name="display">The folder as the user would write it.</param>
internal sealed class SquashFiles(string folder, string display)
{
    private const string Fix = "Look at the files named here: git status shows what was moved. Where the squash is not wanted any more, move them back and delete " + FolderSource.SquashMarker + ".";

    /// <summary>Is called between any two changes of files.</summary>
    public Action Between { get; init; } = () => { };

    private string Marker => Path.Combine(folder, FolderSource.SquashMarker);

    /// <summary>What was begun and not finished; null where nothing was.</summary>
    /// <exception cref="CairnException">It is not as it was written (CAIRN5203).</exception>
    public SquashOrder? Unfinished()
    {
        try
        {
            return File.Exists(Marker) ? SquashOrder.Read(File.ReadAllText(Marker)) : null;
        }
        catch (Exception error) when (error is JsonException or IOException or UnauthorizedAccessException)
        {
            throw Stuck($"it cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Begins and finishes.</summary>
    /// <exception cref="CairnException">A file cannot be written or moved (CAIRN7013); what is done so far is told by CAIRN5203 from then on.</exception>
    public void Replace(SquashOrder order)
    {
        Guarded(() => Write(Marker, order.ToString()));
        Between();
        Finish(order);
    }

    /// <summary>Does what is left to do.</summary>
    /// <exception cref="CairnException">A file is in neither place, or in both (CAIRN5203), or cannot be moved (CAIRN7013).</exception>
    public void Finish(SquashOrder order) => Guarded(() =>
    {
        var archive = Directory.CreateDirectory(Path.Combine(folder, order.Archive)).FullName;
        foreach (var name in order.Old)
        {
            var (from, to) = (Path.Combine(folder, name), Path.Combine(archive, name));
            switch (File.Exists(from), File.Exists(to))
            {
                case (true, false):
                    File.Move(from, to);
                    Between();
                    break;
                case (true, true):
                    throw Stuck($"{name} is both in {display} and in {order.Archive}");
                case (false, false):
                    throw Stuck($"{name} is neither in {display} nor in {order.Archive}");
            }
        }

        var path = Path.Combine(folder, order.File);
        if (!File.Exists(path))
        {
            Write(path, order.Text);
            Between();
        }
        else if (File.ReadAllText(path) != order.Text)
        {
            throw Stuck($"{order.File} is there with another text");
        }

        File.Delete(Marker);
        Between();
    });

    /// <summary>Whole or not at all; the name that it has meanwhile is one that no folder is read by.</summary>
    private static void Write(string path, string text)
    {
        var beside = $"{path}.{Guid.NewGuid():n}.tmp";
        using (var stream = new FileStream(beside, FileMode.CreateNew, FileAccess.Write))
        {
            stream.Write(Encoding.UTF8.GetBytes(text));
            stream.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: false);
    }

    private void Guarded(Action change)
    {
        try
        {
            change();
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new CairnException(ErrorCodes.FileNotWritten, $"The squash stopped in {display}: {error.Message}", error)
            {
                File = display,
                Fix = "Make the folder writable, and run dotnet cairn migrate:squash: it finishes what was begun.",
            };
        }
    }

    private CairnException Stuck(string why, Exception? inner = null) => new(
        ErrorCodes.SquashInterrupted, $"A squash in {display} was interrupted and cannot be finished: {why.TrimEnd('.')}.", inner)
    {
        File = $"{display}/{FolderSource.SquashMarker}",
        Fix = Fix,
        DatabaseState = "Nothing was run.",
    };
}
