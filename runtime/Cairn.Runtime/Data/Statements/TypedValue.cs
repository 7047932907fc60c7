using System.Globalization;

namespace Cairn.Runtime.Data.Statements;

/// <summary>A value as text with its type before it, so that it comes back as what it was.</summary>
internal static class TypedValue
{
    public static string? Write(object? value) => value switch
    {
        null or DBNull => null,
        string text => "s:" + text,
        bool flag => flag ? "b:1" : "b:0",
        Guid guid => "g:" + guid,
        byte[] bytes => "x:" + Convert.ToHexString(bytes),
        DateTime moment => "t:" + moment.ToString("O", CultureInfo.InvariantCulture),
        DateTimeOffset moment => "o:" + moment.ToString("O", CultureInfo.InvariantCulture),
        DateOnly date => "d:" + date.ToString("O", CultureInfo.InvariantCulture),
        TimeOnly time => "T:" + time.ToString("O", CultureInfo.InvariantCulture),
        TimeSpan span => "S:" + span.ToString("c", CultureInfo.InvariantCulture),
        double number => "f:" + number.ToString("R", CultureInfo.InvariantCulture),
        float number => "F:" + number.ToString("R", CultureInfo.InvariantCulture),
        decimal number => "m:" + number.ToString(CultureInfo.InvariantCulture),
        ulong number => "u:" + number.ToString(CultureInfo.InvariantCulture),
        long number => "i:" + number.ToString(CultureInfo.InvariantCulture),
        int number => "5:" + number.ToString(CultureInfo.InvariantCulture),
        uint number => "6:" + number.ToString(CultureInfo.InvariantCulture),
        short number => "3:" + number.ToString(CultureInfo.InvariantCulture),
        ushort number => "4:" + number.ToString(CultureInfo.InvariantCulture),
        byte number => "2:" + number.ToString(CultureInfo.InvariantCulture),
        sbyte number => "1:" + number.ToString(CultureInfo.InvariantCulture),
        _ => "s:" + Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    /// <summary>Whether a value comes back as what it was; of other types only the text does.</summary>
    public static bool Holds(object? value) => value is null or DBNull or string or bool or Guid or byte[] or DateTime or DateTimeOffset or DateOnly or TimeOnly or TimeSpan
        or double or float or decimal or ulong or long or int or uint or short or ushort or byte or sbyte;

    public static object? Read(string? text)
    {
        if (text is null)
        {
            return null;
        }

        var content = text[2..];
        return text[0] switch
        {
            'b' => content == "1",
            'g' => Guid.Parse(content),
            'x' => Convert.FromHexString(content),
            't' => DateTime.Parse(content, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            'o' => DateTimeOffset.Parse(content, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind),
            'd' => DateOnly.Parse(content, CultureInfo.InvariantCulture),
            'T' => TimeOnly.Parse(content, CultureInfo.InvariantCulture),
            'S' => TimeSpan.Parse(content, CultureInfo.InvariantCulture),
            'f' => double.Parse(content, CultureInfo.InvariantCulture),
            'F' => float.Parse(content, CultureInfo.InvariantCulture),
            'm' => decimal.Parse(content, CultureInfo.InvariantCulture),
            'u' => ulong.Parse(content, CultureInfo.InvariantCulture),
            'i' => long.Parse(content, CultureInfo.InvariantCulture),
            '6' => uint.Parse(content, CultureInfo.InvariantCulture),
            '5' => int.Parse(content, CultureInfo.InvariantCulture),
            '4' => ushort.Parse(content, CultureInfo.InvariantCulture),
            '3' => short.Parse(content, CultureInfo.InvariantCulture),
            '2' => byte.Parse(content, CultureInfo.InvariantCulture),
            '1' => sbyte.Parse(content, CultureInfo.InvariantCulture),
            _ => content,
        };
    }
}
