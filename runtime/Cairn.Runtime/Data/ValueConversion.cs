using System.Globalization;

namespace Cairn.Runtime.Data;

/// <summary>Drivers give one column back as different .NET types; this evens them out.</summary>
public static class ValueConversion
{
    /// <summary>Converts a driver's value to the asked type; null and DBNull give <c>default</c>.</summary>
    /// <exception cref="InvalidCastException">The value has no form of that type.</exception>
    /// <exception cref="FormatException">The text is none of that type.</exception>
    public static T? To<T>(object? value) => value is null or DBNull ? default : (T)To(value, Nullable.GetUnderlyingType(typeof(T)) ?? typeof(T));

    private static object To(object value, Type type) => value switch
    {
        _ when type.IsInstanceOfType(value) => value,
        _ when type.IsEnum => value is string name ? Enum.Parse(type, name, ignoreCase: true) : Enum.ToObject(type, Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        string text when type == typeof(Guid) => Guid.Parse(text),
        byte[] bytes when type == typeof(Guid) => new Guid(bytes),
        string text when type == typeof(DateTimeOffset) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal),
        DateTime moment when type == typeof(DateTimeOffset) => new DateTimeOffset(DateTime.SpecifyKind(moment, DateTimeKind.Utc)),
        DateTime moment when type == typeof(DateOnly) => DateOnly.FromDateTime(moment),
        string text when type == typeof(DateOnly) => DateOnly.Parse(text, CultureInfo.InvariantCulture),
        TimeSpan span when type == typeof(TimeOnly) => TimeOnly.FromTimeSpan(span),
        string text when type == typeof(TimeOnly) => TimeOnly.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(TimeSpan) => TimeSpan.Parse(text, CultureInfo.InvariantCulture),
        string text when type == typeof(bool) => text is "1" or "t" || (text is not ("0" or "f") && bool.Parse(text)),
        _ when type == typeof(string) => Convert.ToString(value, CultureInfo.InvariantCulture)!,
        _ => Convert.ChangeType(value, type, CultureInfo.InvariantCulture),
    };
}
