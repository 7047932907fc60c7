using System.Net;
using System.Text;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Output.Drills.Pages;

/// <summary>Writes HTML. Whatever is no element goes through <see cref="Encode"/>.</summary>
internal sealed class HtmlText
{
    private readonly StringBuilder text = new();

    /// <summary>A text as it may stand between elements and in quoted attributes; passwords are taken out.</summary>
    public static string Encode(string value) => WebUtility.HtmlEncode(Redaction.Clean(value)).Replace("\u2028", "&#8232;", StringComparison.Ordinal);

    /// <summary>An element with a text.</summary>
    public HtmlText Add(string element, string value, string? style = null) => Open(element, style).Say(value).Close(element);

    /// <summary>A text.</summary>
    public HtmlText Say(string value)
    {
        text.Append(Encode(value));
        return this;
    }

    /// <summary>An element's beginning.</summary>
    /// <param name="element">Its name.</param>
    /// <param name="style">Its class.</param>
    /// <param name="attributes">Further attributes, as they stand in the page; never from outside.</param>
    public HtmlText Open(string element, string? style = null, string attributes = "")
    {
        text.Append('<').Append(element);
        if (style is not null)
        {
            text.Append(" class=\"").Append(Encode(style)).Append('"');
        }

        text.Append(attributes).Append('>');
        return this;
    }

    /// <summary>An element's end.</summary>
    public HtmlText Close(params ReadOnlySpan<string> elements)
    {
        foreach (var element in elements)
        {
            // A line end behind an element inside a sentence would be a space there.
            text.Append("</").Append(element).Append(element is "a" or "code" or "del" or "em" or "ins" or "span" or "strong" ? ">" : ">\n");
        }

        return this;
    }

    /// <summary>A piece of the page itself.</summary>
    public HtmlText Raw(string html)
    {
        text.Append(html);
        return this;
    }

    /// <summary>A table with a row of headers; the class of a row may be given with it.</summary>
    public HtmlText Table(IReadOnlyList<string> headers, IEnumerable<(string? Style, IReadOnlyList<string> Cells)> rows)
    {
        Open("div", "scroll").Open("table").Open("thead").Open("tr");
        foreach (var header in headers)
        {
            Add("th", header);
        }

        Close("tr", "thead").Open("tbody");
        foreach (var (style, cells) in rows)
        {
            Open("tr", style);
            for (var i = 0; i < cells.Count; i++)
            {
                Open("td", null, $" data-label=\"{Encode(headers[i])}\"").Say(cells[i]).Close("td");
            }

            Close("tr");
        }

        return Close("tbody", "table", "div");
    }

    /// <inheritdoc/>
    public override string ToString() => text.ToString();
}
