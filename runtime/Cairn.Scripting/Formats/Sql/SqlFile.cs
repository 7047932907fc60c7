using Cairn.Runtime.Migrations;

namespace Cairn.Scripting.Formats.Sql;

/// <summary>The statements of one direction, not yet split: how to split is known when the database is.</summary>
/// <param name="Text">The text after the section's line.</param>
/// <param name="FirstLine">The number of its first line.</param>
internal sealed record SqlSection(string Text, int FirstLine);

/// <summary>A <c>.sql</c> migration, taken apart.</summary>
/// <param name="Up">Its <c>-- up</c> section.</param>
/// <param name="Down">Its <c>-- down</c> section; null for one that is irreversible.</param>
internal sealed record SqlFile(SqlSection Up, SqlSection? Down)
{
    /// <summary>The options of going up.</summary>
    public required MigrationOptions UpOptions { get; init; }

    /// <summary>The options of going down.</summary>
    public required MigrationOptions DownOptions { get; init; }

    /// <summary>Why there is no way back, where the author says so.</summary>
    public string? Irreversible { get; init; }
}
