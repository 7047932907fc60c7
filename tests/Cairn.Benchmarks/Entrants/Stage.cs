using System.Globalization;
using Cairn.Benchmarks.Histories;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Benchmarks.Entrants;

/// <summary>Where an entrant runs: a folder and a database of its own, and how much of the history is there.</summary>
internal sealed class Stage(TestServer? server, string folder, int applied, int total)
{
    public string Folder => folder;

    /// <summary>Migrations that count as applied from the beginning.</summary>
    public int Applied => applied;

    /// <summary>All migrations.</summary>
    public int Total => total;

    public string Engine => server?.Engine ?? "";

    public TestDatabase Database { get; private set; } = null!;

    /// <summary>An empty database in the place of the one before.</summary>
    public async Task RenewAsync()
    {
        if (Database is not null)
        {
            await Database.DropAsync();
        }

        if (server is not null)
        {
            Database = await server.CreateDatabaseAsync();
        }
    }

    /// <summary>What the next migration refers to, where it is only recorded as applied.</summary>
    public async Task CreateLastTableAsync()
    {
        if (applied > 1 && applied < total)
        {
            var create = SqlScript.Of(Engine, 1)[0].Replace(History.Table(1), History.Table(applied), StringComparison.Ordinal);
            await Database.ExecuteAsync(create);
        }
    }

    /// <summary>Several rows into a table, some hundred a statement.</summary>
    public async Task InsertAsync(string table, string columns, IEnumerable<string> rows)
    {
        foreach (var chunk in rows.Chunk(500))
        {
            await Database.ExecuteAsync($"insert into {table} ({columns}) values {string.Join(", ", chunk)}");
        }
    }

    public string Path(string name) => System.IO.Path.Combine(folder, name);

    public void Write(string name, string text)
    {
        var path = Path(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
    }

    /// <exception cref="InvalidOperationException">Not everything is there that should be.</exception>
    public async Task CheckAsync(string who, string table)
    {
        var recorded = int.Parse(await Database.ScalarAsync($"select count(*) from {table}"), CultureInfo.InvariantCulture);
        var rows = applied == total ? "3" : await Database.ScalarAsync($"select count(*) from {History.Table(total)}");
        if (recorded < total || rows != "3")
        {
            throw new InvalidOperationException($"{who} recorded {recorded} of {total} migrations, and the last table has {rows} rows.");
        }
    }
}
