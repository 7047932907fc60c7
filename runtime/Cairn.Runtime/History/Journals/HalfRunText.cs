using Cairn.Runtime.Migrations;

namespace Cairn.Runtime.History.Journals;

/// <summary>Tells a half run migration step by step.</summary>
internal static class HalfRunText
{
    public static string Of(MigrationVersion version, IReadOnlyList<JournalRow> units)
    {
        if (units.Count == 0)
        {
            return $"Nothing of {version} was done.";
        }

        var lines = units.Select(unit => $"  {unit.Position}. {unit.Description}: {Word(unit)}");
        return $"{version} is half run and not recorded as applied; the next run goes on where it stopped:\n{string.Join('\n', lines)}";
    }

    private static string Word(JournalRow unit) => unit.State switch
    {
        JournalState.Done => "done",
        JournalState.Failed => "not done, the database refused it",
        JournalState.Undoing => "being taken back",
        _ when unit.Kind == JournalKind.Batch => "done in part, the rest follows",
        _ => "begun; whether it was done is found out by the next run",
    };
}
