using Cairn.Runtime.Adoptions.Systems;
using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.Adoptions.Matches;

/// <summary>A migration that is recorded as applied.</summary>
/// <param name="Migration">The migration.</param>
/// <param name="AppliedAt">When the other tool applied it (UTC); null where it does not say.</param>
internal sealed record AdoptedMigration(MigrationDescriptor Migration, DateTimeOffset? AppliedAt);

/// <summary>What is to be recorded, and what is to be said of the rest: an immutable value, made without a database.</summary>
/// <param name="Migrations">The migrations, in the order in which the other tool applied them.</param>
/// <param name="Rows">What becomes of each row.</param>
/// <param name="Warnings">What the user should know.</param>
internal sealed record Adoption(IReadOnlyList<AdoptedMigration> Migrations, IReadOnlyList<AdoptedRow> Rows, IReadOnlyList<string> Warnings);

/// <summary>A row and what was found to belong to it.</summary>
/// <param name="Row">The row.</param>
/// <param name="Found">The migration; null where there is none.</param>
internal sealed record MatchedRow(OtherRow Row, Candidate? Found)
{
    /// <summary>A migration that has its description, but another day: most likely the same one, and not for us to say.</summary>
    public Candidate? Near { get; init; }
}
