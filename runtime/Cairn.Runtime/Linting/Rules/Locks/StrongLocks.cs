using Cairn.Runtime.Linting.Recordings;
using Cairn.Schema.Operations;

namespace Cairn.Runtime.Linting.Rules.Locks;

/// <summary>Which changes of the structure keep others out of a table that was there before.</summary>
internal static class StrongLocks
{
    /// <summary>Whether a change locks an existing table against reading or writing until the commit.</summary>
    public static bool Takes(LintChange change) => change.Table is { IsNew: false, Name.Name.Length: > 0 } && change.What switch
    {
        AddIndex { Index.Concurrently: true } or DropIndex { Concurrently: true } => false,
        TableChange => true,
        DropTable or RenameTable or RebuildTable or CreateTrigger or DropTrigger => true,
        _ => false,
    };
}
