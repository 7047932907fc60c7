namespace Cairn.Engines.Tests.Schema.Snapshots;

/// <summary>Small changes of <see cref="PostgresRichSchema"/>, one at a time.</summary>
internal static partial class PostgresChanges
{
    private static readonly Dictionary<string, IEnumerable<SchemaChange>> _byTopic = new(StringComparer.Ordinal)
    {
        ["columns"] = Columns, ["tables"] = Tables, ["keys"] = Keys, ["indexes"] = Indexes, ["of tables"] = OfTables, ["views"] = Views, ["types"] = Types, ["rest"] = Rest,
    };

    public static TheoryData<string> Topics => [.. _byTopic.Keys];

    public static IEnumerable<SchemaChange> Of(string topic) => _byTopic[topic];
}
