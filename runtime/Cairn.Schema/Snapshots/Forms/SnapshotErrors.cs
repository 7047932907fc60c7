namespace Cairn.Schema.Snapshots.Forms;

/// <summary>What is wrong with a snapshot's file.</summary>
public static class SnapshotErrors
{
    /// <summary>The file is no snapshot (CAIRN6002).</summary>
    /// <param name="why">What is wrong.</param>
    /// <param name="file">The file, as the user would write it.</param>
    /// <param name="line">The line, from 1.</param>
    /// <param name="column">The column, from 1.</param>
    /// <param name="fix">What to do about it.</param>
    public static CairnException Invalid(string why, string file, int line, int column, string? fix = null) =>
        new(ErrorCodes.SnapshotInvalid, why)
        {
            File = file,
            Line = line,
            Column = column,
            Fix = fix ?? "Correct the file, or write it anew with schema:snapshot.",
            DatabaseState = "nothing was run",
        };

    /// <summary>The structure has a text that no file can hold (CAIRN6002).</summary>
    /// <param name="key">What the text is of.</param>
    /// <param name="what">What is in it: <c>a NUL character</c>.</param>
    public static CairnException Unwritable(string key, string what) =>
        new(ErrorCodes.SnapshotInvalid, $"The structure cannot be written: {key} has {what} in it.")
        {
            Fix = "Change it in the database; no text file can hold it.",
        };
}
