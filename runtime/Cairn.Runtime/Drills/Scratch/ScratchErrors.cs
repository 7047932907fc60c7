namespace Cairn.Runtime.Drills.Scratch;

/// <summary>What goes wrong with scratch copies.</summary>
internal static class ScratchErrors
{
    public const string Untouched = "The database itself was not touched.";

    public static CairnException NotEmpty(string display, string what) => new(
        ErrorCodes.ScratchNotEmpty, $"{display} cannot be the scratch database: {what}.")
    {
        Fix = "Give an empty database of its own with --scratch; all that is in it is removed when the drill ends.",
        DatabaseState = Untouched,
    };

    public static CairnException IsTarget(string display) => new(
        ErrorCodes.ScratchNotEmpty, $"{display} is the database itself, not one to rehearse on.")
    {
        Fix = "Give another, empty database with --scratch.",
        DatabaseState = Untouched,
    };

    public static CairnException NoRights(string what, string grant, Exception? inner) => new(
        ErrorCodes.ScratchRightsMissing, $"This account may not make a scratch copy: {what}", inner)
    {
        Fix = $"{grant}; or give an empty database of your own: --scratch <connection>.",
        DatabaseState = Untouched,
    };

    public static CairnException NotOurs(string name, string why) => new(
        ErrorCodes.ScratchNotOurs, $"{name} was not dropped: {why}.")
    {
        Fix = "Look at it, and drop it by hand if it is nothing that you need.",
        DatabaseState = $"{name} is still there. {Untouched}",
    };

    public static CairnException Failed(string what, Exception? inner, string? fix = null) => new(ErrorCodes.ScratchFailed, what, inner)
    {
        Fix = fix ?? "Mend what the database says; or give an empty database of your own with --scratch, or less to copy with --data sample|none.",
        DatabaseState = Untouched,
    };
}
