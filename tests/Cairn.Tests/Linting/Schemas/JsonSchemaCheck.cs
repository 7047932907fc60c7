using System.Text.Json;
using System.Text.RegularExpressions;

namespace Cairn.Tests.Linting.Schemas;

/// <summary>Holds a document to a JSON Schema. A word that it does not know is an error, so nothing of a schema is passed over.</summary>
internal sealed class JsonSchemaCheck(JsonElement schema)
{
    private readonly List<string> errors = [];

    /// <summary>What is wrong, each with its place in the document; empty where nothing is.</summary>
    public static IReadOnlyList<string> Errors(JsonElement schema, JsonElement document)
    {
        var check = new JsonSchemaCheck(schema);
        check.Check(schema, document, "$");
        return check.errors;
    }

    private void Check(JsonElement rule, JsonElement value, string place)
    {
        foreach (var word in rule.EnumerateObject())
        {
            switch (word.Name)
            {
                case "$schema" or "title" or "description" or "default" or "definitions":
                    break;
                case "$ref":
                    Check(schema.GetProperty("definitions").GetProperty(word.Value.GetString()!["#/definitions/".Length..]), value, place);
                    break;
                case "anyOf":
                    Demand(word.Value.EnumerateArray().Any(one => Fits(one, value, place)), place, "fits none of anyOf");
                    break;
                case "oneOf":
                    Demand(word.Value.EnumerateArray().Count(one => Fits(one, value, place)) == 1, place, "does not fit exactly one of oneOf");
                    break;
                case "enum":
                    Demand(word.Value.EnumerateArray().Any(one => JsonElement.DeepEquals(one, value)), place, $"{value} is none of {word.Value}");
                    break;
                case "type":
                    Demand(IsOfType(word.Value.GetString()!, value), place, $"is no {word.Value}");
                    break;
                case "required":
                    Demand(value.ValueKind != JsonValueKind.Object || word.Value.EnumerateArray().All(name => value.TryGetProperty(name.GetString()!, out _)), place, $"lacks one of {word.Value}");
                    break;
                case "properties" or "additionalProperties" or "items" or "minItems" or "uniqueItems":
                    CheckInside(word, rule, value, place);
                    break;
                case "minimum" or "maximum" or "pattern" or "format":
                    CheckValue(word, value, place);
                    break;
                default:
                    throw new NotSupportedException($"The word {word.Name} of JSON Schema is not known here.");
            }
        }
    }

    private void CheckInside(JsonProperty word, JsonElement rule, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Object && word.Name is "properties" or "additionalProperties")
        {
            var known = rule.TryGetProperty("properties", out var properties) ? properties : default;
            foreach (var member in value.EnumerateObject())
            {
                var isKnown = known.ValueKind == JsonValueKind.Object && known.TryGetProperty(member.Name, out _);
                if (word.Name == "properties" && isKnown)
                {
                    Check(known.GetProperty(member.Name), member.Value, $"{place}.{member.Name}");
                }
                else if (word.Name == "additionalProperties" && !isKnown && word.Value.ValueKind == JsonValueKind.Object)
                {
                    Check(word.Value, member.Value, $"{place}.{member.Name}");
                }
                else if (word.Name == "additionalProperties" && !isKnown)
                {
                    Demand(word.Value.GetBoolean(), place, $"must not have {member.Name}");
                }
            }
        }

        if (value.ValueKind != JsonValueKind.Array)
        {
            return;
        }

        var items = value.EnumerateArray().ToList();
        for (var index = 0; word.Name == "items" && index < items.Count; index++)
        {
            Check(word.Value, items[index], $"{place}[{index}]");
        }

        Demand(word.Name != "minItems" || items.Count >= word.Value.GetInt32(), place, $"has fewer than {word.Value} items");
        Demand(word.Name != "uniqueItems" || !word.Value.GetBoolean() || !items.Where((item, index) => items.Take(index).Any(other => JsonElement.DeepEquals(other, item))).Any(), place, "has an item twice");
    }

    private void CheckValue(JsonProperty word, JsonElement value, string place)
    {
        if (value.ValueKind == JsonValueKind.Number)
        {
            Demand(word.Name != "minimum" || value.GetDouble() >= word.Value.GetDouble(), place, $"{value} is less than {word.Value}");
            Demand(word.Name != "maximum" || value.GetDouble() <= word.Value.GetDouble(), place, $"{value} is more than {word.Value}");
        }

        if (value.ValueKind == JsonValueKind.String)
        {
            var text = value.GetString()!;
            Demand(word.Name != "pattern" || Regex.IsMatch(text, word.Value.GetString()!, RegexOptions.ECMAScript, TimeSpan.FromSeconds(10)), place, $"{text} does not match {word.Value}");
            Demand(word.Name != "format" || IsOfFormat(word.Value.GetString()!, text), place, $"{text} is no {word.Value}");
        }
    }

    private void Demand(bool fits, string place, string message)
    {
        if (!fits)
        {
            errors.Add($"{place}: {message}");
        }
    }

    private bool Fits(JsonElement rule, JsonElement value, string place)
    {
        var inner = new JsonSchemaCheck(schema);
        inner.Check(rule, value, place);
        return inner.errors.Count == 0;
    }

    private static bool IsOfFormat(string format, string text) => format switch
    {
        "uri" => Uri.IsWellFormedUriString(text, UriKind.Absolute),
        "uri-reference" => Uri.IsWellFormedUriString(text, UriKind.RelativeOrAbsolute),
        "date-time" => DateTimeOffset.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _),
        _ => throw new NotSupportedException($"The format {format} of JSON Schema is not known here."),
    };

    private static bool IsOfType(string type, JsonElement value) => type switch
    {
        "object" => value.ValueKind == JsonValueKind.Object,
        "array" => value.ValueKind == JsonValueKind.Array,
        "string" => value.ValueKind == JsonValueKind.String,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.GetDouble() == Math.Floor(value.GetDouble()),
        _ => throw new NotSupportedException($"The type {type} of JSON Schema is not known here."),
    };
}
