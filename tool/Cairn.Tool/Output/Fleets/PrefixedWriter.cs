using System.Text;

namespace Cairn.Tool.Output.Fleets;

/// <summary>Writes whole lines, each behind a target's name, so that the lines of several that run at once do not get into each other.</summary>
/// <param name="writer">Where to; must be safe to be written to from several threads.</param>
/// <param name="name">The target's name.</param>
internal sealed class PrefixedWriter(TextWriter writer, string name) : TextWriter
{
    private readonly StringBuilder _line = new();

    public override Encoding Encoding => writer.Encoding;

    public override void Write(char value)
    {
        lock (_line)
        {
            Add([value]);
        }
    }

    public override void Write(string? value)
    {
        lock (_line)
        {
            Add(value);
        }
    }

    public override void WriteLine(string? value)
    {
        lock (_line)
        {
            Add(value);
            Add("\n");
        }
    }

    private void Add(ReadOnlySpan<char> text)
    {
        for (var end = text.IndexOf('\n'); end >= 0; end = text.IndexOf('\n'))
        {
            _line.Append(text[..end].TrimEnd('\r'));
            writer.WriteLine($"{name} | {_line}");
            _line.Clear();
            text = text[(end + 1)..];
        }

        _line.Append(text);
    }
}
