namespace Cairn.Schema.Operations;

/// <summary>Creates a schema (PostgreSQL).</summary>
/// <param name="Name">The schema.</param>
/// <param name="IfNotExists">Does nothing where it exists.</param>
public sealed record CreateSchema(string Name, bool IfNotExists = false) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"create schema {Name}";

    /// <inheritdoc/>
    public override Inverse Invert() => IfNotExists
        ? Inverse.Impossible("a schema that may have existed before must not be dropped")
        : Inverse.By(new DropSchema(Name));
}

/// <summary>Drops a schema (PostgreSQL).</summary>
/// <param name="Name">The schema.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
/// <param name="Cascade">Drops what is in it too.</param>
public sealed record DropSchema(string Name, bool IfExists = false, bool Cascade = false) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"drop schema {Name}";

    /// <inheritdoc/>
    public override Inverse Invert() => 
        Inverse.Impossible("dropping a schema");
}

/// <summary>Creates a sequence (PostgreSQL, MariaDB).</summary>
/// <param name="Sequence">The sequence.</param>
public sealed record CreateSequence(TableName Sequence) : SchemaOperation
{
    /// <summary>The first value.</summary>
    public long? Start { get; init; }

    /// <summary>The step.</summary>
    public long? Increment { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"create sequence {Sequence}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(new DropSequence(Sequence) { Definition = this });
}

/// <summary>Drops a sequence (PostgreSQL, MariaDB).</summary>
/// <param name="Sequence">The sequence.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropSequence(TableName Sequence, bool IfExists = false) : SchemaOperation
{
    /// <summary>The sequence as it was, where known, so that the drop can be undone.</summary>
    public CreateSequence? Definition { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"drop sequence {Sequence}";

    /// <inheritdoc/>
    public override Inverse Invert() => Definition is null || IfExists
        ? Inverse.Impossible("dropping a sequence without its definition")
        : Inverse.By(Definition);
}

/// <summary>Creates an enum type (PostgreSQL).</summary>
/// <param name="Type">The type.</param>
/// <param name="Values">Its values, in order.</param>
public sealed record CreateEnum(TableName Type, IReadOnlyList<string> Values) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"create enum {Type}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(new DropEnum(Type) { Values = Values });
}

/// <summary>Adds a value to an enum type (PostgreSQL).</summary>
/// <param name="Type">The type.</param>
/// <param name="Value">The new value.</param>
public sealed record AddEnumValue(TableName Type, string Value) : SchemaOperation
{
    /// <summary>The value it comes before.</summary>
    public string? Before { get; init; }

    /// <summary>The value it comes after.</summary>
    public string? After { get; init; }

    /// <inheritdoc/>
    public override string Describe() => $"add value {Value} to enum {Type}";

    /// <inheritdoc/>
    public override Inverse Invert() => 
        Inverse.Impossible("PostgreSQL cannot take a value out of an enum type");
}

/// <summary>Drops an enum type (PostgreSQL).</summary>
/// <param name="Type">The type.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropEnum(TableName Type, bool IfExists = false) : SchemaOperation
{
    /// <summary>Its values, where known.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <inheritdoc/>
    public override string Describe() => $"drop enum {Type}";

    /// <inheritdoc/>
    public override Inverse Invert() => Values.Count == 0 || IfExists
        ? Inverse.Impossible("dropping an enum type without its values")
        : Inverse.By(new CreateEnum(Type, Values));
}

/// <summary>Creates an extension (PostgreSQL).</summary>
/// <param name="Name">The extension.</param>
/// <param name="IfNotExists">Does nothing where it exists.</param>
public sealed record CreateExtension(string Name, bool IfNotExists = true) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"create extension {Name}";

    /// <inheritdoc/>
    public override Inverse Invert() => IfNotExists
        ? Inverse.Impossible("an extension that may have existed before must not be dropped")
        : Inverse.By(new DropExtension(Name));
}

/// <summary>Drops an extension (PostgreSQL).</summary>
/// <param name="Name">The extension.</param>
/// <param name="IfExists">Does nothing where there is none.</param>
public sealed record DropExtension(string Name, bool IfExists = false) : SchemaOperation
{
    /// <inheritdoc/>
    public override string Describe() => $"drop extension {Name}";

    /// <inheritdoc/>
    public override Inverse Invert() => Inverse.By(new CreateExtension(Name, false));
}
