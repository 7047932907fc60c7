using Cairn.Runtime.Migrations;

namespace Cairn.Scripting.Bundles;

/// <summary>All migrations of a project in one file, compiled: running them needs neither the compiler nor the files that they were made of.</summary>
/// <remarks>A bundle is code that runs with the database's rights: who may write the file decides what runs.</remarks>
/// <example><code>
/// var bundle = MigrationBundle.Open("app.bundle", "app.bundle", "1.2.0");
/// var options = new MigratorOptions { Sources = [bundle.Source], Formats = [bundle.Scripts(new CsxFormat(compiler)), new SqlFormat()], … };
/// </code></example>
public sealed class MigrationBundle
{
    private readonly BundleContent content;

    private MigrationBundle(BundleContent content, string display)
    {
        this.content = content;
        Source = new BundleSource(content, display);
    }

    /// <summary>The migrations, by name only.</summary>
    public IMigrationSource Source { get; }

    /// <summary>Makes the bundle's scripts runnable.</summary>
    /// <param name="others">For scripts that are not the bundle's own, such as one from the history.</param>
    public IMigrationFormat Scripts(IMigrationFormat others) => new BundleFormat(content, others);

    /// <summary>Opens a bundle; its contents are checked against the hash in it.</summary>
    /// <param name="path">The file.</param>
    /// <param name="display">The file, as the user would write it.</param>
    /// <param name="toolVersion">The version of the tool that is to run it.</param>
    /// <exception cref="CairnException">It cannot be read, is no bundle, or is not whole (CAIRN2021), or was made for another version (CAIRN2022).</exception>
    public static MigrationBundle Open(string path, string display, string toolVersion)
    {
        try
        {
            return new MigrationBundle(BundleForm.Read(File.ReadAllBytes(path), origin => Check(origin, display, toolVersion)), display);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw new CairnException(ErrorCodes.BundleInvalid, $"The bundle {display} cannot be used: {exception.Message.TrimEnd('.')}.", exception)
            {
                File = display,
                Fix = exception is InvalidDataException ? "Make it anew with migrate:bundle, or copy it again." : "Give the path of a file that migrate:bundle made, which the user running this may read.",
            };
        }
    }

    /// <summary>Whether a file looks like a bundle, whole or not.</summary>
    public static bool IsBundle(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            var start = new byte[BundleForm.Mark.Length];
            return file.ReadAtLeast(start, start.Length, throwOnEndOfStream: false) == start.Length && start.AsSpan().SequenceEqual(BundleForm.Mark);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static void Check(BundleOrigin origin, string display, string toolVersion)
    {
        var (made, here) = origin.ToolVersion != toolVersion
            ? ($"Cairn {origin.ToolVersion}", $"Cairn {toolVersion}")
            : ($".NET {origin.Framework}", $".NET {Environment.Version.Major}");
        if (made != here)
        {
            throw new CairnException(ErrorCodes.BundleOfOther, $"The bundle {display} was made with {made}, this is {here}.")
            {
                File = display,
                Fix = $"Make it anew with migrate:bundle of {here}, or run it with {made}.",
            };
        }
    }
}
