using System.Text.Json;
using Cairn.Runtime.Data;
using Cairn.Runtime.Execution;
using Cairn.Runtime.Execution.Reports;

namespace Cairn.Faults.Workers;

/// <summary>One run of a command, as a worker is told of it.</summary>
/// <param name="Folder">The migrations.</param>
/// <param name="Command"><c>latest</c>, or <c>down</c> to <paramref name="To"/>.</param>
/// <param name="Point">The point of the run, from 1: each statement is one, and each end of a migration.</param>
/// <param name="Stop">Whether the run says that it is at the point, and waits until it is told to go on.</param>
public sealed record Job(
    Client Client, string Connection, string Folder, string Cache, string Command, string? To, int Point = 0, bool Stop = false)
{
    /// <summary>Which of the worker's runs it is.</summary>
    public int Number { get; init; }

    /// <summary>The answer to a question of an earlier run.</summary>
    public ResumeAnswer? Resume { get; init; }

    public string ToLine() => JsonSerializer.Serialize(this);

    public static Job FromLine(string line) => JsonSerializer.Deserialize<Job>(line)!;

    public Task<RunReport> RunAsync(Migrator migrator) => Command == "latest"
        ? migrator.LatestAsync(new LatestRequest(To) { Resume = Resume }, CancellationToken.None)
        : migrator.DownAsync(new DownRequest(To: To) { Resume = Resume }, CancellationToken.None);

    public DatabaseTarget Target => new(Client, new Secret(Connection), Client.ToString(), "faults") { DriverFolders = [AppContext.BaseDirectory] };
}

/// <summary>How a worker's run ended.</summary>
/// <param name="Points">How many points it passed.</param>
/// <param name="Code">The error's code; null without one. An exception that is no error of the tool's gives its type.</param>
/// <param name="Message">The error's message.</param>
/// <param name="Lines">The points, where asked for.</param>
public sealed record JobEnd(int Points, string? Code, string? Message, IReadOnlyList<string> Lines)
{
    public const string Mark = "end ";

    public string ToLine() => Mark + JsonSerializer.Serialize(this);

    public static JobEnd FromLine(string line) => JsonSerializer.Deserialize<JobEnd>(line[Mark.Length..])!;
}
