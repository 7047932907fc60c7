using System.Text.RegularExpressions;

namespace Cairn.Runtime.Migrations.Namings;

/// <summary>
/// The name of a class: <c>Migration20240429.csx</c>, and <c>Migration20240429153000_add_notes.csx</c>. The version is the digits.
/// </summary>
public sealed partial class MedusaNaming : MigrationNaming
{
    /// <inheritdoc/>
    public override string Name => "medusa";

    /// <inheritdoc/>
    public override string Form => "Migration + digits of the date, as Migration20240429.csx";

    /// <inheritdoc/>
    public override IComparer<MigrationVersion> Order => VersionOrders.Ordinal;

    /// <inheritdoc/>
    public override NamingResult Read(string fileName)
    {
        var match = Pattern().Match(Path.GetFileNameWithoutExtension(fileName));
        return match.Success
            ? NamingErrors.Accept(match.Groups["version"].Value, match.Groups["description"].Value)
            : NamingErrors.Refuse("it is not Migration with at least eight digits after it");
    }

    /// <inheritdoc/>
    public override string Next(DateTimeOffset today, IReadOnlyCollection<MigrationVersion> taken) =>
        Seconds.Next(today, "yyyyMMddHHmmss", taken);

    /// <inheritdoc/>
    public override string FileName(string version, string name, string ending) =>
        $"Migration{version}_{Descriptions.Snake(name)}{ending}";

    [GeneratedRegex(
        "^Migration(?<version>[0-9]{8,})([_-](?<description>.+))?$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
