namespace Cairn.Runtime.Migrations.Namings;

/// <summary>Any identifier before the first <c>-</c>: <c>20201028A-add-notes.csx</c>, <c>v1-start.csx</c>.</summary>
public sealed class DirectusNaming : MigrationNaming
{
    /// <inheritdoc/>
    public override string Name => "directus";

    /// <inheritdoc/>
    public override string Form => "identifier + -description, as 20201028A-add-notes.csx";

    /// <inheritdoc/>
    public override IComparer<MigrationVersion> Order => VersionOrders.Ordinal;

    /// <inheritdoc/>
    public override NamingResult Read(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName);
        var dash = stem.IndexOf('-');
        if (dash < 0)
        {
            return NamingErrors.Refuse("it has no - after its version");
        }

        var version = stem[..dash];
        if (version.Length == 0 || version.Any(char.IsWhiteSpace))
        {
            return NamingErrors.Refuse($"\"{version}\" is not an identifier");
        }

        return dash == stem.Length - 1
            ? NamingErrors.Refuse("it has no description after its version")
            : NamingErrors.Accept(version, stem[(dash + 1)..]);
    }

    /// <inheritdoc/>
    public override string Next(DateTimeOffset today, IReadOnlyCollection<MigrationVersion> taken) => DateLetters.Next(today, taken);

    /// <inheritdoc/>
    public override string FileName(string version, string name, string ending) => $"{version}-{Descriptions.Kebab(name)}{ending}";
}
