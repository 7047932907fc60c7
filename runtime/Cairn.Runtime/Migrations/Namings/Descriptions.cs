using System.Text;

namespace Cairn.Runtime.Migrations.Namings;

/// <summary>Words of a migration's name in their different spellings.</summary>
internal static class Descriptions
{
    /// <summary>File names end at 255 bytes.</summary>
    private const int Longest = 256;

    /// <summary><c>add-orders-tenant-id</c> → <c>Add Orders Tenant Id</c>.</summary>
    public static string Title(string description)
    {
        Span<char> title = stackalloc char[Longest];
        title = description.Length <= Longest ? title : new char[description.Length];
        var length = 0;
        var begins = true;
        foreach (var letter in description)
        {
            if (letter is '-' or '_' or '.' or ' ')
            {
                begins = true;
                continue;
            }

            if (begins && length > 0)
            {
                title[length++] = ' ';
            }

            title[length++] = begins ? char.ToUpperInvariant(letter) : letter;
            begins = false;
        }

        return new string(title[..length]);
    }

    /// <summary><c>AddOrdersTenantId</c> and <c>Add orders: tenant id</c> → <c>add-orders-tenant-id</c>.</summary>
    /// <exception cref="CairnException">Nothing is left of the name (CAIRN1001).</exception>
    public static string Kebab(string name) => Words(name, '-');

    /// <summary>The same with underscores.</summary>
    /// <exception cref="CairnException">Nothing is left of the name (CAIRN1001).</exception>
    public static string Snake(string name) => Words(name, '_');

    private static string Words(string name, char separator)
    {
        var text = new StringBuilder(name.Length + 8);
        for (var i = 0; i < name.Length; i++)
        {
            if (!char.IsLetterOrDigit(name[i]))
            {
                Separate(text, separator);
                continue;
            }

            if (BeginsWord(name, i))
            {
                Separate(text, separator);
            }

            text.Append(char.ToLowerInvariant(name[i]));
        }

        var words = text.ToString().Trim(separator);
        return words.Length > 0
            ? words
            : throw new CairnException(ErrorCodes.FileNameInvalid, $"\"{name}\" cannot name a migration: it has no letter and no digit.")
            {
                Fix = "Give a name that says what changes: dotnet cairn migrate:make add-orders-tenant-id",
            };
    }

    /// <summary>A hump: <c>addOrders</c>, or the last capital of several: <c>SQLView</c>.</summary>
    private static bool BeginsWord(string name, int i) =>
        i > 0 && char.IsUpper(name[i])
        && (char.IsLower(name[i - 1]) || char.IsDigit(name[i - 1])
            || (char.IsUpper(name[i - 1]) && i + 1 < name.Length && char.IsLower(name[i + 1])));

    private static void Separate(StringBuilder text, char separator)
    {
        if (text.Length > 0 && text[^1] != separator)
        {
            text.Append(separator);
        }
    }
}
