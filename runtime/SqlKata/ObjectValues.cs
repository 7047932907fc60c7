using System.Collections;
using System.Collections.Concurrent;
using System.Reflection;

namespace SqlKata;

/// <summary>Reads the columns of an object: its public properties, or the entries of a dictionary.</summary>
internal static class ObjectValues
{
    private static readonly ConcurrentDictionary<Type, Property[]> Known = new();

    public static IEnumerable<KeyValuePair<string, object?>> Of(object data)
    {
        ArgumentNullException.ThrowIfNull(data);
        return data switch
        {
            IEnumerable<KeyValuePair<string, object?>> pairs => pairs,
            IDictionary entries => entries.Cast<DictionaryEntry>().Select(entry => KeyValuePair.Create(entry.Key.ToString()!, entry.Value)),
            _ => Values(data, Properties(data)),
        };
    }

    public static IEnumerable<KeyValuePair<string, object?>> Keys(object data) =>
        data is IEnumerable ? [] : Values(data, Properties(data).Where(property => property.IsKey));

    private static List<KeyValuePair<string, object?>> Values(object data, IEnumerable<Property> properties)
    {
        var values = new List<KeyValuePair<string, object?>>();
        foreach (var property in properties)
        {
            values.Add(KeyValuePair.Create(property.Column, property.Info.GetValue(data)));
        }

        return values;
    }

    private static Property[] Properties(object data) => Known.GetOrAdd(data.GetType(), static type =>
    [
        .. from info in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
           where info.GetMethod is { IsPublic: true } && info.GetIndexParameters().Length == 0
           where !info.IsDefined(typeof(IgnoreAttribute))
           let column = info.GetCustomAttribute<ColumnAttribute>()
           select new Property(info, string.IsNullOrEmpty(column?.Name) ? info.Name : column.Name, column is KeyAttribute),
    ]);

    private sealed record Property(PropertyInfo Info, string Column, bool IsKey);
}
