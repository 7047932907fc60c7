using System.Text.RegularExpressions;

namespace Cairn.Runtime.Migrations.Namings;

/// <summary>Date and time with dots: <c>2022.05.10T00.00.00.name.csx</c>. As in Strapi, the date is not checked.</summary>
public sealed partial class StrapiNaming : MigrationNaming
{
    /// <inheritdoc/>
    public override string Name => "strapi";

    /// <inheritdoc/>
    public override string Form => "YYYY.MM.DDThh.mm.ss + .description, as 2022.05.10T00.00.00.add-notes.csx";

    /// <inheritdoc/>
    public override IComparer<MigrationVersion> Order => VersionOrders.Ordinal;

    /// <inheritdoc/>
    public override NamingResult Read(string fileName)
    {
        var match = Pattern().Match(Path.GetFileNameWithoutExtension(fileName));
        return match.Success
            ? NamingErrors.Accept(match.Groups["version"].Value, match.Groups["description"].Value)
            : NamingErrors.Refuse("it does not begin with a date and time with dots, and a description");
    }

    /// <inheritdoc/>
    public override string Next(DateTimeOffset today, IReadOnlyCollection<MigrationVersion> taken) =>
        Seconds.Next(today, "yyyy.MM.dd'T'HH.mm.ss", taken);

    /// <inheritdoc/>
    public override string FileName(string version, string name, string ending) => $"{version}.{Descriptions.Kebab(name)}{ending}";

    [GeneratedRegex(
        "^(?<version>[0-9]{4}\\.[0-9]{2}\\.[0-9]{2}T[0-9]{2}\\.[0-9]{2}\\.[0-9]{2})\\.(?<description>.+)$",
        RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
