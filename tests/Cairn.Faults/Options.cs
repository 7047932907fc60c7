using System.Globalization;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Faults;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public const string Usage =
        """
        Cairn.Faults [--bounded] [--engine sqlite|postgres|mariadb|mysql]… [--history name]… [--seed n] [--parallel n] [--seconds n] [--record file] [--shard k/n] [--write-docs] [--list]
          --bounded     a sample of chance, for --seconds (60) over all engines; else every kind of fault at every statement
          --seed        gives the same sample, delays and variations again
          --record file notes each fault that was tried; the same seed, file and build go on from there
          --shard k/n   every n-th fault only, from the k-th, so that several machines share the work
          --at h/p/k/n  one fault: history, number of the command, kind, statement
          --write-docs  writes the numbers into docs/reliability.md
          --list        the statements of each history
        """;

    public bool Bounded { get; private init; }

    public bool WriteDocs { get; private init; }

    public bool List { get; private init; }

    public int Seed { get; private init; } = Environment.TickCount & 0xFFFFFF;

    public int Seconds { get; private init; } = 60;

    public int Parallel { get; private init; } = Math.Max(2, Environment.ProcessorCount);

    public IReadOnlyList<string> Engines { get; private init; } = [];

    public IReadOnlyList<string> Histories { get; private init; } = [];

    public string? At { get; private init; }

    public string? Record { get; private init; }

    /// <summary>Which part of all faults, from 0, and of how many.</summary>
    public (int Part, int Of) Shard { get; private init; } = (0, 1);

    public static IReadOnlyList<string> AllEngines { get; } = [EngineNames.Sqlite, EngineNames.Postgres, EngineNames.MariaDb, EngineNames.MySql];

    /// <exception cref="ArgumentException">It is not understood.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var word))
        {
            options = word switch
            {
                "--bounded" => options with { Bounded = true },
                "--write-docs" => options with { WriteDocs = true },
                "--list" => options with { List = true },
                "--seed" => options with { Seed = Number(rest) },
                "--seconds" => options with { Seconds = Number(rest) },
                "--parallel" => options with { Parallel = Number(rest) },
                "--engine" => options with { Engines = [.. options.Engines, Word(rest)] },
                "--history" => options with { Histories = [.. options.Histories, Word(rest)] },
                "--record" => options with { Record = Word(rest) },
                "--shard" => options with { Shard = Part(Word(rest)) },
                "--at" => options with { At = Word(rest) },
                _ => throw new ArgumentException($"{word} is not understood.\n{Usage}"),
            };
        }

        return options;
    }

    private static string Word(Queue<string> rest) => rest.TryDequeue(out var word) ? word : throw new ArgumentException($"A value is missing.\n{Usage}");

    private static (int Part, int Of) Part(string text) => text.Split('/') is [var part, var of]
        ? (int.Parse(part, CultureInfo.InvariantCulture) - 1, int.Parse(of, CultureInfo.InvariantCulture))
        : throw new ArgumentException($"{text} is no part like 1/4.\n{Usage}");

    private static int Number(Queue<string> rest) => int.Parse(Word(rest), CultureInfo.InvariantCulture);
}
