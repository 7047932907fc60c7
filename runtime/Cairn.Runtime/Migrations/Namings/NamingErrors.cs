namespace Cairn.Runtime.Migrations.Namings;

/// <summary>What a naming says about a name that does not fit.</summary>
internal static class NamingErrors
{
    /// <summary>The tracking table's column has room for so many characters.</summary>
    public const int LongestVersion = 255;

    public static NamingResult Refuse(string why) => new(null, string.Empty, why, ErrorCodes.FileNameInvalid);

    public static NamingResult Accept(string version, string description) => version.Length > LongestVersion
        ? Refuse($"its version is longer than {LongestVersion} characters")
        : new(new MigrationVersion(version), description);

    /// <summary>The error for a person: the file, what is wrong, and the form that is expected.</summary>
    public static CairnException Explain(string path, NamingResult result, MigrationNaming naming) =>
        new(result.Code ?? ErrorCodes.FileNameInvalid, $"{path} is no migration's name: {result.Error}.")
        {
            File = path,
            Fix = $"Rename it to the form {naming.Form}, or move it out of the migrations folder.",
        };
}
