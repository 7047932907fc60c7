namespace Cairn.Schema.Building;

/// <summary>How a name in a script becomes a name with its schema.</summary>
/// <param name="Schema">The schema of <c>InSchema</c>, or null outside it.</param>
internal sealed record NameScope(string? Schema)
{
    /// <summary>Outside <c>InSchema</c> the first dot parts schema and name, as in Knex and in <c>db.Query</c>; inside it a dot is part of the name.</summary>
    public TableName Resolve(string? name, string what)
    {
        name = Require.Name(name, what);
        var dot = Schema is null ? name.IndexOf('.') : -1;
        return dot < 0
            ? new TableName(name, Schema)
            : new TableName(Require.Name(name[(dot + 1)..], what), Require.Name(name[..dot], $"the schema of {what}"));
    }

    /// <summary>The table that a foreign key refers to: a dot parts schema and name everywhere, else no key could leave its schema.</summary>
    public TableName ResolveReference(string? name)
    {
        var resolved = new NameScope(Schema: null).Resolve(name, "a table");
        return resolved.Schema is null ? resolved with { Schema = Schema } : resolved;
    }

    /// <summary>The new name of something renamed, which stays in its schema.</summary>
    public string ResolveNew(TableName from, string? to, string what)
    {
        var resolved = Resolve(to, what);
        return resolved.Schema is null || resolved.Schema == from.Schema
            ? resolved.Name
            : throw Require.Error($"{from} cannot be renamed to {resolved}: a rename stays in its schema.", "Give the new name without a schema.");
    }
}
