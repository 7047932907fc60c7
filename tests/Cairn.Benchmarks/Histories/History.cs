using System.Globalization;

namespace Cairn.Benchmarks.Histories;

/// <summary>The names in a history of any length: the same for everybody who runs it.</summary>
internal static class History
{
    private static readonly DateOnly First = new(2020, 1, 1);

    public static string Table(int number) => string.Create(CultureInfo.InvariantCulture, $"orders_{number:00000}");

    /// <summary>Ten a day, from 1: <c>20200101A-create-orders-00001</c>.</summary>
    public static string CairnName(int number) => string.Create(CultureInfo.InvariantCulture, $"{CairnVersion(number)}-create-orders-{number:00000}");

    public static string CairnVersion(int number)
    {
        var (day, letter) = Math.DivRem(number - 1, 10);
        return string.Create(CultureInfo.InvariantCulture, $"{First.AddDays(day):yyyyMMdd}{(char)('A' + letter)}");
    }

    /// <summary>A version as those have it who use a time.</summary>
    public static string TimeVersion(int number) => string.Create(CultureInfo.InvariantCulture, $"{20200101000000 + number}");

    public static string TimeName(int number) => string.Create(CultureInfo.InvariantCulture, $"{TimeVersion(number)}_create_orders_{number:00000}");

    /// <summary>The rows that each migration inserts.</summary>
    public static IReadOnlyList<(string Name, string Total)> Rows { get; } = [("first", "10.50"), ("second", "20.00"), ("third", "30.25")];
}
