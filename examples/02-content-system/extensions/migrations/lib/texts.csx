using System.Text;

/// A title as it stands in an address.
static string Slug(string title)
{
    var slug = new StringBuilder();
    foreach (var letter in title.ToLowerInvariant())
    {
        if (char.IsAsciiLetterOrDigit(letter))
        {
            slug.Append(letter);
        }
        else if (slug.Length > 0 && slug[^1] != '-')
        {
            slug.Append('-');
        }
    }

    return slug.ToString().Trim('-');
}

static int WordCount(string? text) =>
    (text ?? "").Split(new[] { ' ', '\n', '\t' }, StringSplitOptions.RemoveEmptyEntries).Length;
