using Cairn.Runtime.Drills.Crashes;
using Cairn.Runtime.Drills.Stories;
using Xunit;

namespace Cairn.Tests.Drills;

/// <summary>What a script expects, against what drivers give for the same value; and the word that a dying run is given.</summary>
public sealed class ExpectedValueTests
{
    private static readonly DateTime Noon = new(2026, 3, 1, 12, 0, 0, DateTimeKind.Utc);

    public static TheoryData<object?, object?, bool> Pairs => new()
    {
        { null, DBNull.Value, true },
        { null, 0, false },
        { 0, null, false },
        { 3, 3L, true },
        { 3, 3m, true },
        { 3, 3.0, true },
        { 3, "3", true },
        { 3, 3.5, false },
        { 0.05m, 0.05, true },
        { 12.34m, "12.340", true },
        { 0.1, 0.1f, true },
        { 0.1, 0.1m, true },
        { true, 1L, true },
        { true, 2L, false },
        { false, (sbyte)0, true },
        { true, false, false },
        { "a", "a", true },
        { "a", "A", false },
        { "3", 3, true },
        { new byte[] { 1, 2 }, new byte[] { 1, 2 }, true },
        { new byte[] { 1, 2 }, new byte[] { 1, 3 }, false },
        { Guid.Empty, "00000000-0000-0000-0000-000000000000", true },
        { Noon, "2026-03-01 12:00:00", true },
        { Noon, new DateTimeOffset(2026, 3, 1, 13, 0, 0, TimeSpan.FromHours(1)), true },
        { Noon, "2026-03-01 12:00:01", false },
        { new DateOnly(2026, 3, 1), new DateTime(2026, 3, 1, 0, 0, 0, DateTimeKind.Unspecified), true },
        { 3, "three", false },
    };

    [Theory, MemberData(nameof(Pairs))]
    public void A_value_is_the_same_whatever_type_a_driver_makes_of_it(object? expected, object? found, bool same) =>
        Assert.Equal(same, ExpectedValue.IsSame(expected, found));

    [Fact]
    public void A_word_is_read_back_and_anything_else_is_none()
    {
        var word = CrashWord.New("20260301A", 5, "shop");
        Assert.Equal(word, CrashWord.Read(word.ToString()));
        Assert.NotEqual(word.Token, CrashWord.New("20260301A", 5, null).Token);
        Assert.All((string?[])[null, "", "1", "{}", "[]", "[\"short\",\"20260301A\",\"5\",null]", "[\"0123456789abcdef0123456789abcdef\",\"20260301A\",\"five\",null]"], text => Assert.Null(CrashWord.Read(text)));
    }
}
