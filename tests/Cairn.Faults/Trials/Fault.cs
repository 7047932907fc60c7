using Cairn.Engines.Tests.Servers;
using Cairn.Faults.Histories;

namespace Cairn.Faults.Trials;

/// <summary>What happens to a run.</summary>
internal enum FaultKind
{
    /// <summary>SIGKILL before the statement is sent, which is after the one before it.</summary>
    KilledBefore,

    /// <summary>SIGKILL while the statement runs, or a little later: 20 microseconds to 10 milliseconds after its start.</summary>
    KilledDuring,

    /// <summary>SIGKILL when the server has done the statement, and its answer was kept from the run.</summary>
    KilledAfter,

    /// <summary>The server ends the session, before the statement or a little after its start.</summary>
    SessionEnded,

    /// <summary>The connection is cut, before the statement or a little after its start; the server learns it at once, or later.</summary>
    ConnectionCut,

    /// <summary>One of the next answers of the server is lost with the connection: what it did is done, and the run does not know.</summary>
    AnswerLost,
}

/// <summary>One fault at one place.</summary>
/// <param name="Phase">Which command of the history.</param>
/// <param name="Point">Which statement, or end of a migration, of that command's run, from 1.</param>
/// <param name="Chance">What decides the rest: delays and variations.</param>
internal sealed record Fault(History History, int Phase, FaultKind Kind, int Point, int Chance)
{
    /// <summary>What an engine without a server has: a process, and no connection.</summary>
    public static IReadOnlyList<FaultKind> KindsOf(string engine) =>
        engine == EngineNames.Sqlite ? [FaultKind.KilledBefore, FaultKind.KilledDuring] : Enum.GetValues<FaultKind>();

    /// <summary>Whether the run's process dies of it.</summary>
    public bool EndsProcess => Kind is FaultKind.KilledBefore or FaultKind.KilledDuring or FaultKind.KilledAfter;

    public Random Chances() => new(Chance);

    public override string ToString() => $"{History.Name}/{Phase} ({History.Phases[Phase]}), {Kind} at {Point}, chance {Chance}";
}

/// <summary>How a trial came out.</summary>
internal enum Verdict
{
    /// <summary>The next run ended in the database of an uninterrupted run.</summary>
    Converged,

    /// <summary>The next run asked, where it may.</summary>
    Asked,

    /// <summary>The run was over before its fault.</summary>
    Missed,

    Wrong,
}

/// <param name="Told">The code that the faulted run ended with, where it lived.</param>
/// <param name="Story">What was wrong.</param>
internal sealed record TrialEnd(Fault Fault, Verdict Verdict, string? Told, string Story)
{
    /// <summary>What the faulted run told that was not so.</summary>
    public string? Misled { get; init; }
}
