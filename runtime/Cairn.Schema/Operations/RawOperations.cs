namespace Cairn.Schema.Operations;

/// <summary>Creates a trigger for each row.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Table">The table it is on.</param>
/// <param name="Timing">When: <c>AFTER INSERT</c>, <c>BEFORE UPDATE OF total</c> …</param>
/// <param name="Body">What it does: on SQLite, MySQL and MariaDB the statements between BEGIN and END; on PostgreSQL the body of a PL/pgSQL function, or <c>EXECUTE FUNCTION f()</c>.</param>
public sealed record CreateTrigger(TableName Trigger, TableName Table, string Timing, string Body) : SchemaOperation
{
    /// <summary>The condition, where there is one (SQLite, PostgreSQL).</summary>
    public string? When { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"create trigger {Trigger} on {Table}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(new DropTrigger(Trigger, Table) { Definition = this });
}

/// <summary>Drops a trigger, and on PostgreSQL the function that the builder made for it.</summary>
/// <param name="Trigger">The trigger.</param>
/// <param name="Table">The table it is on.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropTrigger(TableName Trigger, TableName Table, bool IfExists = false) : SchemaOperation
{
    /// <summary>The trigger as it was, where known.</summary>
    public CreateTrigger? Definition { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"drop trigger {Trigger}";

    /// <inheritdoc/>
    public override Inverse Invert() => Definition is null || IfExists
        ? Inverse.Impossible("dropping a trigger without its text")
        : Inverse.By(Definition);
}

/// <summary>A statement in the database's own words.</summary>
/// <param name="Sql">The statement.</param>
public sealed record RawSql(string Sql) : SchemaOperation
{
    /// <summary>The parameters: an object's properties, or a dictionary.</summary>
    public object? Parameters { get; init; }

    /// <summary>The statement that undoes it, where the author gave it.</summary>
    public string? ReverseSql { get; init; }

    /// <inheritdoc/>
    public override string Describe() => Sql.Length <= 80 ? Sql : Sql[..79] + "…";

    /// <inheritdoc/>
    public override Inverse Invert() => ReverseSql is null
        ? Inverse.Impossible("raw SQL without .Reverse(\"…\")")
        : Inverse.By(new RawSql(ReverseSql) { ReverseSql = Sql });
}
