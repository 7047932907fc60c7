namespace Cairn.Runtime;

/// <summary>Bytes as lower-case hex. By hand: .NET's own way is for long data, and a run that has a few hashes to write would first compile it.</summary>
internal static class HexText
{
    public static string Of(ReadOnlySpan<byte> bytes)
    {
        var text = new char[bytes.Length * 2];
        for (var i = 0; i < bytes.Length; i++)
        {
            text[2 * i] = Digit(bytes[i] >> 4);
            text[(2 * i) + 1] = Digit(bytes[i] & 0xF);
        }

        return new string(text);
    }

    private static char Digit(int value) => (char)(value < 10 ? '0' + value : 'a' + value - 10);
}
