using System.Text.Json;
using Cairn.Faults.Trials;

namespace Cairn.Faults.Reports;

/// <summary>A file with a line for each fault that was tried, so that a run which was stopped can be gone on with, and several can be told as one.</summary>
internal sealed class Record
{
    private readonly Lock gate = new();
    private readonly string? path;
    private readonly List<Entry> entries = [];

    /// <param name="path">The file; null for none.</param>
    /// <param name="seed">Faults that were tried with another seed are other faults.</param>
    public Record(string? path, int seed)
    {
        (this.path, Seed) = (path, seed);
        if (path is not null && File.Exists(path))
        {
            entries.AddRange(File.ReadLines(path).Select(line => JsonSerializer.Deserialize<Entry>(line)!).Where(entry => entry.Seed == seed && entry.Product == Product));
        }
    }

    public int Seed { get; }

    /// <summary>Which build of the product was tried: what another one did says nothing of this one.</summary>
    private static string Product { get; } = string.Join(
        '-', new[] { typeof(Client), typeof(Runtime.Execution.Migrator), typeof(Scripting.Formats.CsxFormat) }.Select(type => type.Module.ModuleVersionId.ToString("N")[..8]));

    /// <summary>What is known of the faults of an engine.</summary>
    public IEnumerable<TrialEnd> Known(string engine, IEnumerable<Fault> faults)
    {
        var known = entries.Where(entry => entry.Engine == engine).GroupBy(entry => entry.Fault, StringComparer.Ordinal).ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
        return faults.Where(fault => known.ContainsKey(fault.ToString())).Select(fault => known[fault.ToString()].Of(fault));
    }

    public void Add(string engine, TrialEnd end)
    {
        if (path is null)
        {
            return;
        }

        lock (gate)
        {
            File.AppendAllText(path, JsonSerializer.Serialize(new Entry(Product, Seed, engine, end.Fault.ToString(), end.Verdict, end.Told, end.Story, end.Misled)) + "\n");
        }
    }

    private sealed record Entry(string Product, int Seed, string Engine, string Fault, Verdict Verdict, string? Told, string Story, string? Misled)
    {
        public TrialEnd Of(Fault fault) => new(fault, Verdict, Told, Story) { Misled = Misled };
    }
}
