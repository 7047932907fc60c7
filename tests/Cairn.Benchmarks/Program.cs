using BenchmarkDotNet.Running;
using Cairn.Benchmarks;
using Cairn.Benchmarks.Parts;
using Cairn.Benchmarks.Rows;

switch (args)
{
    case ["parts", .. var rest]:
        BenchmarkSwitcher.FromAssembly(typeof(Smoke).Assembly).Run(rest);
        return 0;
    case ["smoke"]:
        return Smoke.Run(Console.Out);
    case ["--help"] or ["-h"]:
        Console.WriteLine(Options.Usage);
        return 0;
}

var options = Options.Parse(args);
if (options.List)
{
    foreach (var row in RowList.All)
    {
        Console.WriteLine($"{row.Key,-24} {row.Title}");
    }

    return 0;
}

await BenchRun.RunAsync(options);
return 0;
