namespace Cairn.Runtime.Migrations.Sources;

/// <summary>Finds what was meant as a migration but will not run as one.</summary>
internal static class LooseNames
{
    /// <summary>Whether the name of a file with another ending begins with a version; looser than the naming, since it only warns.</summary>
    public static bool BeginWithVersion(string file, MigrationNaming naming)
    {
        var stem = Path.GetFileNameWithoutExtension(file);
        return Fits(file + ".csx") || Fits(stem + "-x.csx") || Fits(stem + "_x.csx") || Fits(stem + ".x.csx");

        // An identifier without digits (read-me.md under the directus naming) is a word, not a version.
        bool Fits(string name)
        {
            var result = naming.Read(name);
            return result.Code == ErrorCodes.DateInvalid || (result.Version is { } version && char.IsAsciiDigit(version.Text[0]));
        }
    }
}
