using Cairn.Schema.Dialects;
using Cairn.Schema.Operations;
using Cairn.Schema.Snapshots;

namespace Cairn.Schema.Comparison.Changes;

/// <summary>What all parts of a plan share: the two structures, and the lists that the parts write to. They run one after the other.</summary>
internal sealed class ChangeScope(SchemaSnapshot current, SchemaSnapshot wanted, Dialect dialect)
{
    private readonly List<CairnException> refusals = [];

    public SchemaSnapshot Current => current;

    public SchemaSnapshot Wanted => wanted;

    public Dialect Dialect => dialect;

    public Client Client => dialect.Client;

    /// <summary>What hangs on others goes first: foreign keys, triggers, views.</summary>
    public List<SchemaOperation> First { get; } = [];

    /// <summary>Objects that are made or changed, each after those that it mentions.</summary>
    public List<SchemaOperation> Main { get; } = [];

    /// <summary>Indexes of partitioned tables: those of the partitions are made before, so that they keep their names.</summary>
    public List<SchemaOperation> Indexes { get; } = [];

    /// <summary>Foreign keys, when all tables are there.</summary>
    public List<SchemaOperation> ForeignKeys { get; } = [];

    /// <summary>Triggers, policies, rights and the like, when all else is there.</summary>
    public List<SchemaOperation> Then { get; } = [];

    /// <summary>What nothing needs any more.</summary>
    public List<SchemaOperation> Last { get; } = [];

    public List<DataLoss> Losses { get; } = [];

    public IReadOnlyList<CairnException> Refusals => refusals;

    public ChangePlan Plan => new([.. First, .. Main, .. Indexes, .. ForeignKeys, .. Then, .. Last], Losses) { BeforeRows = First.Count + Main.Count + Indexes.Count };

    /// <summary>A name as statements have it: only PostgreSQL's have a schema before the dot.</summary>
    public TableName Named(string name) => Client == Client.Postgres ? TableName.Parse(name) : new TableName(name);

    public string Quote(string name) => dialect.Quote(Named(name));

    /// <summary>One word, whatever is in it.</summary>
    public string QuoteWord(string word) => dialect.Quote(word);

    public string Literal(string text) => dialect.Literal(text);

    /// <summary>Notes that something cannot be done; all of it is told together, and nothing is done then.</summary>
    public void Refuse(string name, string why, string fix) =>
        refusals.Add(new CairnException(ErrorCodes.ChangeImpossible, $"{name} cannot be made as it should be: {why}.") { Fix = fix, DatabaseState = "nothing was run" });
}
