using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using SqlKata;

namespace Cairn.Tests.SqlKataTests;

/// <summary>Writes bindings the way the file of cases does.</summary>
public static class KataBindings
{
    public static KataStatement Statement(SqlResult result) =>
        KataStatement.Of(result.Sql, new JsonArray([.. result.NamedBindings.Select(pair => Node(pair.Value))]).ToJsonString());

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        bool flag => JsonValue.Create(flag),
        string text => JsonValue.Create(text),
        int or long or short or byte => JsonValue.Create(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        decimal number => Typed("$decimal", number.ToString(CultureInfo.InvariantCulture)),
        char character => Typed("$char", character.ToString()),
        DateTime time => Typed("$datetime", time.ToString("yyyy-MM-ddTHH:mm:ss.fffffff", CultureInfo.InvariantCulture)),
        Guid id => Typed("$guid", id.ToString()),
        byte[] bytes => Typed("$bytes", Convert.ToHexString(bytes)),
        Enum member => Typed("$enum", member.ToString()),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Node)]),
        _ => throw new NotSupportedException($"The cases have no form for {value.GetType()}."),
    };

    private static JsonObject Typed(string type, string value) => new() { [type] = value };
}
