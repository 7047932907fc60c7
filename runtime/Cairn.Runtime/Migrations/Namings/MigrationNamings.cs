namespace Cairn.Runtime.Migrations.Namings;

/// <summary>All namings.</summary>
public static class MigrationNamings
{
    /// <summary>Every naming; the default first.</summary>
    public static IReadOnlyList<MigrationNaming> All { get; } =
        [new CairnNaming(), new DirectusNaming(), new KnexNaming(), new StrapiNaming(), new MedusaNaming()];

    /// <summary>The default: <see cref="CairnNaming"/>.</summary>
    public static MigrationNaming Default => All[0];

    /// <summary>The naming of that name, without regard to case; null where there is none.</summary>
    public static MigrationNaming? Find(string name) =>
        All.FirstOrDefault(naming => string.Equals(naming.Name, name, StringComparison.OrdinalIgnoreCase));
}
