using System.Collections.Concurrent;
using System.Data.Common;

namespace Cairn.Runtime.Data.Clients;

/// <summary>
/// Evens out what Npgsql is strict about. A string goes as a literal of unknown type, so that the server takes it for the column's type
/// (uuid, json, date …) as it does on every other database; a moment goes in UTC, since Npgsql closes the connection over any other.
/// </summary>
internal static class PostgresParameters
{
    private const int UnknownType = 40;

    private static readonly ConcurrentDictionary<Type, Action<DbParameter>?> Setters = new();

    public static void Adjust(DbParameter parameter)
    {
        switch (parameter.Value)
        {
            case string or char:
                Setters.GetOrAdd(parameter.GetType(), MakeSetter)?.Invoke(parameter);
                break;
            case DateTimeOffset moment:
                parameter.Value = moment.UtcDateTime;
                break;
            case DateTime { Kind: DateTimeKind.Local } moment:
                parameter.Value = moment.ToUniversalTime();
                break;
            case ulong number:
                parameter.ResetDbType();
                parameter.Value = (decimal)number;
                break;
            case uint number:
                parameter.ResetDbType();
                parameter.Value = (long)number;
                break;
            case ushort number:
                parameter.ResetDbType();
                parameter.Value = (int)number;
                break;
            case sbyte number:
                parameter.ResetDbType();
                parameter.Value = (short)number;
                break;
            default:
                break;
        }
    }

    /// <summary>The runtime does not refer to Npgsql, so the property is found by name, once.</summary>
    private static Action<DbParameter>? MakeSetter(Type type)
    {
        if (type.GetProperty("NpgsqlDbType") is not { } property)
        {
            return null;
        }

        // Compiling an expression would take longer than the whole rest of a run with nothing pending.
        var unknown = Enum.ToObject(property.PropertyType, UnknownType);
        return parameter => property.SetValue(parameter, unknown);
    }
}
