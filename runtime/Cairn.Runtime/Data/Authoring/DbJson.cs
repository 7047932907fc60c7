using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Cairn;

/// <summary>JSON columns the same way on every database: drivers give them as text, and take text.</summary>
public sealed class DbJson
{
    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    internal DbJson()
    {
    }

    /// <summary>The JSON in a column's value; null for null.</summary>
    /// <exception cref="JsonException">The value is no JSON.</exception>
    /// <example><code>var tags = db.Json.Parse(row["meta"])?["tags"];</code></example>
    public JsonNode? Parse(object? value) => value switch
    {
        null or DBNull => null,
        string text => JsonNode.Parse(text),
        byte[] bytes => JsonNode.Parse(Encoding.UTF8.GetString(bytes)),
        JsonNode node => node,
        JsonElement element => JsonNode.Parse(element.GetRawText()),
        _ => throw new JsonException($"A value of type {value.GetType().Name} is no JSON."),
    };

    /// <summary>The JSON in a column's value as an object; <c>default</c> for null.</summary>
    /// <exception cref="JsonException">The value is no JSON of that form.</exception>
    public T? Parse<T>(object? value) => Parse(value) is { } node ? node.Deserialize<T>(Options) : default;

    /// <summary>The text to put into a JSON column; null gives null (not the JSON word <c>null</c>).</summary>
    public string? Write(object? value) => value is null ? null : JsonSerializer.Serialize(value, Options);
}
