using Cairn.Schema.Inspection;
using Cairn.Schema.Operations;

namespace Cairn.Schema.Dialects;

/// <summary>One database's words and abilities. Text only: it never holds a connection.</summary>
public abstract partial class Dialect
{
    /// <summary>The database.</summary>
    public abstract Client Client { get; }

    /// <summary>What it can do.</summary>
    public abstract Capabilities Capabilities { get; }

    /// <summary>The queries that read its catalogue.</summary>
    public abstract CatalogueReader Catalogue { get; }

    /// <summary>The queries that read its whole structure.</summary>
    public abstract SnapshotReader Snapshots { get; }

    /// <summary>Quotes an identifier, whatever is in it.</summary>
    public abstract string Quote(string identifier);

    /// <summary>A value as a literal of the given type (of its own type where <paramref name="type"/> is null).</summary>
    /// <exception cref="CairnException">The value has no literal in this database (CAIRN3013).</exception>
    public abstract string Literal(object? value, ColumnType? type = null);

    /// <summary>An expression that gives a column's value as text: the same text for the same value, another one for another, whatever the driver makes of the type. Null stays null.</summary>
    /// <param name="column">The column, quoted.</param>
    /// <param name="type">Its type in the database's own words.</param>
    public abstract string ValueText(string column, string type);

    /// <summary>The operation in this database's words. Asks <paramref name="catalogue"/> where what to say depends on what is there.</summary>
    /// <exception cref="CairnException">The database cannot do it (CAIRN3004), or what is to be changed is not there (CAIRN3010).</exception>
    public abstract ValueTask<RenderedOperation> RenderAsync(SchemaOperation operation, ICatalogue catalogue, CancellationToken cancellationToken);

    /// <summary>A qualified name, quoted.</summary>
    public string Quote(TableName name) => name.Schema is null ? Quote(name.Name) : $"{Quote(name.Schema)}.{Quote(name.Name)}";
}
