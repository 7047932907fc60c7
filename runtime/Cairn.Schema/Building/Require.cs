using System.Globalization;

namespace Cairn.Schema.Building;

/// <summary>The builder's checks of its arguments: wrong ones are an error at once, in the line that wrote them.</summary>
internal static class Require
{
    public static string Name(string? value, string what) => string.IsNullOrWhiteSpace(value)
        ? throw Error($"The name of {what} is empty.", "Give it a name.")
        : value.Contains('\0') ? throw Error($"The name of {what} holds a NUL character.", "No database takes it: leave it out.") : value;

    public static string Sql(string? value, string what) => string.IsNullOrWhiteSpace(value)
        ? throw Error($"The SQL of {what} is empty.", "Write the SQL, or leave the call out.")
        : value;

    public static IReadOnlyList<string> Columns(IReadOnlyList<string>? columns, string what)
    {
        if (columns is null or { Count: 0 })
        {
            throw Error($"{Upper(what)} names no column.", "Name at least one.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var column in columns)
        {
            Name(column, $"a column of {what}");
            if (!seen.Add(column))
            {
                throw Error($"{Upper(what)} names the column {column} twice.", "Name it once.");
            }
        }

        return [.. columns];
    }

    public static IReadOnlyList<string> Values(IReadOnlyList<string>? values, string what)
    {
        if (values is null or { Count: 0 })
        {
            throw Error($"{Upper(what)} has no values.", "Give at least one.");
        }

        var seen = new HashSet<string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value is null)
            {
                throw Error($"{Upper(what)} has a null among its values.", "Make the column nullable instead.");
            }

            if (!seen.Add(value))
            {
                throw Error($"{Upper(what)} has the value {value} twice.", "Give it once.");
            }
        }

        return [.. values];
    }

    public static int InRange(int value, int low, int high, string what) => value >= low && value <= high
        ? value
        : throw Error($"{Upper(what)} is {value.ToString(CultureInfo.InvariantCulture)}.", $"It must lie between {low} and {high}.");

    public static string Word(string value, string what) => value.Length > 0 && value.All(c => char.IsAsciiLetterOrDigit(c) || c == '_')
        ? value
        : throw Error($"{Upper(what)} \"{value}\" is not a plain word.", "Letters, digits and underscores only.");

    public static CairnException Error(string message, string fix) => new(ErrorCodes.ValueInvalid, message) { Fix = fix };

    private static string Upper(string what) => char.ToUpperInvariant(what[0]) + what[1..];
}
