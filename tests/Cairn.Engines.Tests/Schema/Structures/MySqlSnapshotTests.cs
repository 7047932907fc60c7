using System.Data.Common;
using Cairn.Engines.Tests.Servers;
using Cairn.Schema.Comparison;
using Cairn.Schema.Inspection;
using Cairn.Schema.Snapshots;

namespace Cairn.Engines.Tests.Schema.Structures;

/// <summary>The structure of a database of MySQL or MariaDB: complete, the same each time, and every change of it is seen where it is.</summary>
public sealed class MySqlSnapshotTests(EngineServers servers)
{
    public static TheoryData<string> Engines => [EngineNames.MariaDb, EngineNames.MySql];

    [Theory, MemberData(nameof(Engines))]
    public async Task Every_change_is_told_by_the_name_of_what_changed_and_undone_it_is_gone(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await MySqlStructure.CreateAsync(schema, engine);
        var words = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["{db}"] = await MySqlStructure.NameAsync(schema),
            ["{check}"] = engine == EngineNames.MariaDb ? "CONSTRAINT_1" : "log_chk_1",
            ["{collation}"] = "utf8mb4",
        };
        var before = await ReadAsync(schema);
        var wrong = new List<string>();
        foreach (var change in MySqlOwnChanges.Of(engine))
        {
            await TryAsync(change.Up);
            var found = Describe(SchemaDiffer.Compare(before, await ReadAsync(schema)));
            if (!found.Order(StringComparer.Ordinal).SequenceEqual(change.Expected.Order(StringComparer.Ordinal)))
            {
                wrong.Add($"{change.Up}\n  expected {string.Join("; ", change.Expected)}\n  found    {string.Join("; ", found)}");
            }

            await TryAsync(change.Down);
            var after = await ReadAsync(schema);
            if (Fingerprint.Of(after) != Fingerprint.Of(before))
            {
                wrong.Add($"{change.Down}\n  leaves   {string.Join("; ", Describe(SchemaDiffer.Compare(before, after)))}");
                before = after;
            }
        }

        Assert.True(wrong.Count == 0, string.Join('\n', wrong));

        async Task TryAsync(string statements)
        {
            try
            {
                await RunAsync(schema, statements, words);
            }
            catch (DbException error)
            {
                wrong.Add($"{statements}\n  {error.Message}");
            }
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_database_of_another_name_with_the_same_statements_has_the_same_fingerprint(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await MySqlStructure.CreateAsync(schema, engine);
        await using var other = await servers.CreateDatabaseAsync(engine);
        await using var copy = await LiveSchema.OpenAsync(other);
        await MySqlStructure.CreateAsync(copy, engine);

        var (first, second) = (await ReadAsync(schema), await ReadAsync(copy));

        Assert.Empty(Describe(SchemaDiffer.Compare(first, second)));
        Assert.Equal(Fingerprint.Of(first), Fingerprint.Of(second));
        Assert.Equal(Fingerprint.Of(first), Fingerprint.Of(await ReadAsync(schema)));
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_a_definition_says_can_be_created_in_another_database(string engine)
    {
        await using var database = await servers.CreateDatabaseAsync(engine);
        await using var schema = await LiveSchema.OpenAsync(database);
        await MySqlStructure.CreateAsync(schema, engine);
        var original = await ReadAsync(schema);
        await using var other = await servers.CreateDatabaseAsync(engine);
        await using var copy = await LiveSchema.OpenAsync(other);
        foreach (var sequence in original.Of(ObjectKind.Sequence))
        {
            await copy.ExecuteAsync(sequence[FactNames.Definition]!);
        }

        var name = await MySqlStructure.NameAsync(copy);
        foreach (var sql in MySqlStructure.TablesOf(engine).Where(sql => !sql.StartsWith("create sequence", StringComparison.Ordinal)))
        {
            await copy.ExecuteAsync(sql.Replace("{db}", name));
        }

        ObjectKind[] kinds = [ObjectKind.View, ObjectKind.Routine, ObjectKind.Event];
        foreach (var made in kinds.SelectMany(original.Of).Concat(original.Tables.SelectMany(table => table.Of(ObjectKind.Trigger))))
        {
            await copy.ExecuteAsync($"set sql_mode = {(made["sql mode"] is { } mode ? $"'{mode}'" : "default")}");
            await copy.ExecuteAsync(made[FactNames.Definition]!);
        }

        Assert.Empty(Describe(SchemaDiffer.Compare(original, await ReadAsync(copy))));
    }

    internal static ValueTask<SchemaSnapshot> ReadAsync(LiveSchema schema, ICatalogueConnection? connection = null) =>
        schema.Dialect.Snapshots.ReadAsync(connection ?? schema, new SnapshotScope(), TestContext.Current.CancellationToken);

    internal static IReadOnlyList<string> Describe(SchemaDiff diff) => [.. diff.Differences.Select(difference => difference.Kind switch
    {
        DifferenceKind.Added => "+ " + difference.Name,
        DifferenceKind.Removed => "- " + difference.Name,
        _ => $"~ {difference.Name} [{string.Join(", ", difference.Facts.Select(fact => fact.Name))}]",
    })];

    private static async Task RunAsync(LiveSchema schema, string statements, Dictionary<string, string> words)
    {
        foreach (var statement in statements.Split(";;"))
        {
            await schema.ExecuteAsync(words.Aggregate(statement, (sql, word) => sql.Replace(word.Key, word.Value)));
        }
    }
}
