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
        double or float => "f:" + Convert.ToDouble(value, CultureInfo.InvariantCulture).ToString("R", CultureInfo.InvariantCulture),
        decimal number => "m:" + number.ToString(CultureInfo.InvariantCulture),
        ulong number => "u:" + number.ToString(CultureInfo.InvariantCulture),
        sbyte or byte or short or ushort or int or uint or long => "i:" + Convert.ToInt64(value, CultureInfo.InvariantCulture).ToString(CultureInfo.InvariantCulture),
        _ => "s:" + Convert.ToString(value, CultureInfo.InvariantCulture),
    };

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
            'f' => double.Parse(content, CultureInfo.InvariantCulture),
            'm' => decimal.Parse(content, CultureInfo.InvariantCulture),
            'u' => ulong.Parse(content, CultureInfo.InvariantCulture),
            'i' => long.Parse(content, CultureInfo.InvariantCulture),
            _ => content,
        };
    }
}
