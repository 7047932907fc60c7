using Cairn.Runtime.Migrations;

namespace Cairn.Tool.Commands;

// joined by the lead: this file goes away, see MigratorFactory.

/// <summary>Stands for the namings of the runtime until they are merged.</summary>
internal sealed class StandInNaming(string name) : MigrationNaming
{
    public override string Name => name;

    public override string Form => "YYYYMMDD + letters, as 20260301A-add-orders.csx";

    public override IComparer<MigrationVersion> Order { get; } =
        Comparer<MigrationVersion>.Create((a, b) => string.Compare(a.Text, b.Text, StringComparison.OrdinalIgnoreCase));

    public override NamingResult Read(string fileName)
    {
        var parts = Path.GetFileNameWithoutExtension(fileName).Split('-', 2);
        return new NamingResult(new MigrationVersion(parts[0]), parts.Length > 1 ? parts[1] : "");
    }

    public override string Next(DateTimeOffset today, IReadOnlyCollection<MigrationVersion> taken) =>
        Enumerable.Range('A', 26).Select(letter => $"{today:yyyyMMdd}{(char)letter}").First(version => !taken.Contains(new MigrationVersion(version)));

    public override string FileName(string version, string name, string ending) =>
        $"{version}-{string.Join('-', name.ToLowerInvariant().Split(' ', StringSplitOptions.RemoveEmptyEntries))}{ending}";
}

/// <summary>Stands for the folder source of the runtime until it is merged.</summary>
internal sealed class StandInSource(string folder, string display) : IMigrationSource
{
    public SourceListing List(MigrationNaming naming) => new(
        Directory.EnumerateFiles(folder)
            .Select(file => (file, naming.Read(Path.GetFileName(file))))
            .Select(pair => new MigrationDescriptor(pair.Item2.Version!, pair.Item2.Description, MigrationSourceKind.Custom, $"{display}/{Path.GetFileName(pair.file)}")
            {
                FilePath = pair.file,
                Format = Path.GetExtension(pair.file).ToLowerInvariant(),
            })
            .ToList(),
        []);
}
