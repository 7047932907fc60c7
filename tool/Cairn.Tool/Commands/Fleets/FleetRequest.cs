namespace Cairn.Tool.Commands.Fleets;

/// <summary>How a command is to go through the databases of a targets file.</summary>
/// <param name="File">The targets file, or <c>-</c>.</param>
internal sealed record FleetRequest(string File)
{
    /// <summary>How many at a time.</summary>
    public int Parallel { get; init; } = 4;

    /// <summary>The canaries that the command line names: names of targets, or how many of the first ones.</summary>
    public IReadOnlyList<string> Canaries { get; init; } = [];

    /// <summary>Whether to end after the canaries.</summary>
    public bool CanariesOnly { get; init; }

    /// <summary>The names of those to run; all where none is named.</summary>
    public IReadOnlyList<string> Only { get; init; } = [];

    /// <summary>This machine's part; null for all.</summary>
    public Shard? Shard { get; init; }

    /// <summary>After how many failed ones no more is started; null for no limit.</summary>
    public int? MaxFailures { get; init; }

    /// <summary>A report to begin; null for none.</summary>
    public string? Report { get; init; }

    /// <summary>A report to go on with; null for none.</summary>
    public string? Continue { get; init; }
}
