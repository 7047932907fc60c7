namespace Cairn.Runtime.Migrations.Namings;

/// <summary>The default: a real date and letters, <c>20260301A-add-orders-tenant-id.csx</c>.</summary>
public sealed class CairnNaming : MigrationNaming
{
    /// <inheritdoc/>
    public override string Name => "cairn";

    /// <inheritdoc/>
    public override string Form => "YYYYMMDD + letters + -description, as 20260301A-add-orders-tenant-id.csx";

    /// <inheritdoc/>
    public override IComparer<MigrationVersion> Order => VersionOrders.DateThenLetters;

    /// <summary>Whether only Cairn's own migrations may have it: two letters that start with Z, as <c>20261101ZA</c>.</summary>
    public static bool IsReserved(MigrationVersion version) => DateLetters.IsReserved(version.Text);

    /// <inheritdoc/>
    public override NamingResult Read(string fileName)
    {
        var stem = Path.GetFileNameWithoutExtension(fileName.AsSpan());
        var dash = stem.IndexOf('-');
        var version = dash < 0 ? stem : stem[..dash];
        if (!DateLetters.Fits(version))
        {
            return NamingErrors.Refuse($"\"{version}\" is not a date with letters after it");
        }

        var date = version[..DateLetters.DateLength];
        if (!DateLetters.IsRealDate(date))
        {
            return new NamingResult(null, string.Empty, $"the date {date} does not exist", ErrorCodes.DateInvalid);
        }

        return dash < 0 || dash == stem.Length - 1
            ? NamingErrors.Refuse("it has no description after its version")
            : NamingErrors.Accept(version.ToString(), stem[(dash + 1)..].ToString());
    }

    /// <inheritdoc/>
    public override string Next(DateTimeOffset today, IReadOnlyCollection<MigrationVersion> taken) => DateLetters.Next(today, taken);

    /// <inheritdoc/>
    public override string FileName(string version, string name, string ending) => $"{version}-{Descriptions.Kebab(name)}{ending}";
}
