using System.Text.RegularExpressions;

namespace Cairn.Runtime.Migrations.Namings;

/// <summary>Fourteen digits of date and time: <c>20151009115505_create_users.csx</c>. As in Knex, the date is not checked.</summary>
public sealed partial class KnexNaming : MigrationNaming
{
    /// <inheritdoc/>
    public override string Name => "knex";

    /// <inheritdoc/>
    public override string Form => "YYYYMMDDhhmmss + _description, as 20151009115505_create_users.csx";

    /// <inheritdoc/>
    public override IComparer<MigrationVersion> Order => VersionOrders.Ordinal;

    /// <inheritdoc/>
    public override NamingResult Read(string fileName)
    {
        var match = Pattern().Match(Path.GetFileNameWithoutExtension(fileName));
        return match.Success
            ? NamingErrors.Accept(match.Groups["version"].Value, match.Groups["description"].Value)
            : NamingErrors.Refuse("it does not begin with fourteen digits, _ and a description");
    }

    /// <inheritdoc/>
    public override string Next(DateTimeOffset today, IReadOnlyCollection<MigrationVersion> taken) =>
        Seconds.Next(today, "yyyyMMddHHmmss", taken);

    /// <inheritdoc/>
    public override string FileName(string version, string name, string ending) => $"{version}_{Descriptions.Snake(name)}{ending}";

    [GeneratedRegex("^(?<version>[0-9]{14})_(?<description>.+)$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
