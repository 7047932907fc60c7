using Cairn.Schema.Operations;

namespace Cairn.Schema.Building;

/// <summary>Changes an enum type (PostgreSQL).</summary>
public sealed class EnumBuilder
{
    private readonly TableName type;
    private readonly Func<SchemaOperation, SchemaStep> record;

    internal EnumBuilder(TableName type, Func<SchemaOperation, SchemaStep> record)
    {
        this.type = type;
        this.record = record;
    }

    /// <summary>Adds a value: at the end, or where said. It can be used once the transaction that added it has ended.</summary>
    /// <param name="value">The new value.</param>
    /// <param name="before">The value it comes before.</param>
    /// <param name="after">The value it comes after.</param>
    /// <exception cref="CairnException">Both places are given (CAIRN3013).</exception>
    public SchemaStep AddValue(string value, string? before = null, string? after = null) => before is not null && after is not null
        ? throw Require.Error($"The value {value} cannot come both before and after.", "Give one of the two.")
        : record(new AddEnumValue(type, Require.Name(value, "an enum value")) { Before = before, After = after });
}
