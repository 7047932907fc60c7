namespace Cairn.Runtime.Squashes;

/// <summary>Why there is no squash.</summary>
internal static class SquashErrors
{
    public const string Untouched = "Nothing was changed: neither files nor the database.";

    public static CairnException Refused(string message, string fix, string? file = null, Exception? inner = null) =>
        new(ErrorCodes.SquashRefused, message, inner) { File = file, Fix = fix, DatabaseState = Untouched };
}
