using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults.Histories;

/// <summary>One command of a history.</summary>
/// <param name="Command"><c>latest</c> or <c>down</c>.</param>
/// <param name="To">The last version to stay, for <c>down</c>: saying it twice does not take back more.</param>
internal sealed record Phase(string Command, string? To = null)
{
    public override string ToString() => To is null ? Command : $"{Command} to {To}";
}

/// <summary>Migrations, and the commands that are run on them.</summary>
/// <param name="Name">For reports, and for <c>--history</c>.</param>
/// <param name="Text">The file with the migrations.</param>
/// <param name="Off">The engines on which it is not tried yet, and why.</param>
internal sealed record History(string Name, string Text, IReadOnlyList<Phase> Phases, IReadOnlyDictionary<string, string> Off)
{
    /// <summary>The engines on which a run may end with a question, since a raw statement ran outside a transaction.</summary>
    public IReadOnlyList<string> MayAsk { get; init; } = [];

    private static readonly Dictionary<string, string> Nowhere = new(StringComparer.Ordinal);

    private static readonly string[] Every = [EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb, EngineNames.MySql];
    private static readonly string[] EachAlone = [EngineNames.MariaDb, EngineNames.MySql];

    /// <summary>All of them. What is off is named in every report.</summary>
    public static IReadOnlyList<History> All { get; } =
    [
        new("structure", "structure.txt", [new("latest"), new("down", "20260103A")], Nowhere),
        new("rows", "rows.txt", [new("latest"), new("down", "20260202A")], Nowhere) { MayAsk = EachAlone },
        new("outside", "outside.txt", [new("latest"), new("down", "20260302A")], Nowhere),
        new("questions", "questions.txt", [new("latest")], Nowhere) { MayAsk = Every },
    ];
}
