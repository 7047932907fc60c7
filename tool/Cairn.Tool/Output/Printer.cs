using Cairn.Tool.CommandLines;

namespace Cairn.Tool.Output;

/// <summary>Which line goes to which stream: answers and results to standard output, everything else to standard error.</summary>
internal sealed class Printer(ToolHost host, GlobalFlags flags)
{
    private readonly bool _color = host.ErrorIsTerminal && !flags.NoColor && string.IsNullOrEmpty(host.Variable("NO_COLOR"));

    public bool Json => flags.Json;

    public bool Verbose => flags.Verbose;

    public bool Quiet => flags.Quiet;

    /// <summary>Whether a progress bar may be drawn.</summary>
    public bool Draws => host.ErrorIsTerminal && !flags.Quiet;

    /// <summary>Whether tables may be drawn with lines and colour.</summary>
    public bool DrawsTables => host.OutIsTerminal && !flags.Json;

    public bool Color => _color;

    /// <summary>What was asked for; also with <c>--quiet</c>.</summary>
    public void Answer(string line)
    {
        if (!Json)
        {
            host.Out.WriteLine(line);
        }
    }

    /// <summary>What was done.</summary>
    public void Result(string line)
    {
        if (!Json && !Quiet)
        {
            host.Out.WriteLine(line);
        }
    }

    /// <summary>The JSON document.</summary>
    public void Document(string text) => host.Out.WriteLine(text);

    /// <summary>What happens meanwhile.</summary>
    public void Note(string line)
    {
        if (!Quiet)
        {
            host.Error.WriteLine(line);
        }
    }

    public void Warning(string message)
    {
        if (!Quiet)
        {
            host.Error.WriteLine(Colored("warning:", "33") + " " + message);
        }
    }

    /// <summary>An error's line, in whatever mode.</summary>
    public void Error(string line) => host.Error.WriteLine(line);

    /// <summary>Writes without ending the line, over what is on it.</summary>
    public void Draw(string text) => host.Error.Write("\r" + text + "\u001b[K");

    /// <summary>The text in a terminal's colour, where colour is wanted.</summary>
    public string Colored(string text, string code) => _color ? $"\u001b[{code}m{text}\u001b[0m" : text;
}
