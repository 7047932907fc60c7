using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Adoptions.Matches;

/// <summary>A migration that a row may belong to, in the forms that are compared.</summary>
/// <param name="Migration">The migration.</param>
internal sealed record Candidate(MigrationDescriptor Migration)
{
    public string Form { get; } = VersionForm.Of(Migration.Version.Text);

    public string? Day { get; } = VersionForm.DayOf(Migration.Version.Text);

    public string? Name { get; } = NameForm.Of(Migration.Name) is { } name && name != NameForm.Of(Migration.Version.Text) ? name : null;

    /// <summary>Whether both have one version.</summary>
    public bool HasVersionOf(OtherRow row) => row.Version is not null && Form == VersionForm.Of(row.Version);

    /// <summary>Whether both have a description, and not the same.</summary>
    public bool IsNamedOtherwise(OtherRow row) => Name is not null && NameForm.Of(row.Name) is { } name && name != Name;

    /// <summary>Whether both have the same description.</summary>
    public bool HasNameOf(OtherRow row) => Name is not null && NameForm.Of(row.Name) == Name;

    /// <summary>Whether both name a day, and not the same.</summary>
    public bool IsOfOtherDay(OtherRow row) => Day is not null && row.Version is not null && VersionForm.DayOf(row.Version) is { } day && day != Day;
}
