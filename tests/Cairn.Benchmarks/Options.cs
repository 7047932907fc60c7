using System.Globalization;

namespace Cairn.Benchmarks;

/// <summary>What the command line says.</summary>
internal sealed record Options
{
    public const string Usage =
        """
        Cairn.Benchmarks [--rows word,word] [--engines name,name] [--entrants word,word] [--runs n] [--tool path] [--no-build] [--write-docs] [--list]
          whole processes, side by side. Rows and entrants are chosen by a part of their names.
          --runs        runs of each, instead of what each row thinks right
          --tool        another program of the tool than the one that is published for this
          --no-build    with what was published before
          --write-docs  writes the table into docs/performance.md
          --list        the rows
        Cairn.Benchmarks parts [arguments of BenchmarkDotNet]
          parts inside one process
        Cairn.Benchmarks smoke
          runs each of the parts once
        """;

    public IReadOnlyList<string> Rows { get; private init; } = [];

    public IReadOnlyList<string> Engines { get; private init; } = [];

    public IReadOnlyList<string> Entrants { get; private init; } = [];

    public int? Runs { get; private init; }

    public string? Tool { get; private init; }

    public bool Build { get; private init; } = true;

    public bool WriteDocs { get; private init; }

    public bool List { get; private init; }

    /// <exception cref="ArgumentException">It is not understood.</exception>
    public static Options Parse(IReadOnlyList<string> arguments)
    {
        var options = new Options();
        var rest = new Queue<string>(arguments);
        while (rest.TryDequeue(out var word))
        {
            options = word switch
            {
                "--rows" => options with { Rows = Words(rest) },
                "--engines" => options with { Engines = Words(rest) },
                "--entrants" => options with { Entrants = Words(rest) },
                "--runs" => options with { Runs = int.Parse(Word(rest), CultureInfo.InvariantCulture) },
                "--tool" => options with { Tool = Path.GetFullPath(Word(rest)) },
                "--no-build" => options with { Build = false },
                "--write-docs" => options with { WriteDocs = true },
                "--list" => options with { List = true },
                _ => throw new ArgumentException($"{word} is not understood.\n{Usage}", nameof(arguments)),
            };
        }

        return options;
    }

    private static string[] Words(Queue<string> rest) => Word(rest).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string Word(Queue<string> rest) => rest.TryDequeue(out var word) ? word : throw new ArgumentException($"A value is missing.\n{Usage}", nameof(rest));
}
