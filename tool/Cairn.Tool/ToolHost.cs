using System.Text;

namespace Cairn.Tool;

/// <summary>All that the tool takes from the process around it; tests give their own.</summary>
internal sealed record ToolHost
{
    public required IReadOnlyList<string> Arguments { get; init; }

    public required string WorkingFolder { get; init; }

    /// <summary>An environment variable, or null; an empty one counts as not set wherever a setting is looked for.</summary>
    public required Func<string, string?> Variable { get; init; }

    public required TextWriter Out { get; init; }

    public required TextWriter Error { get; init; }

    public required TextReader In { get; init; }

    public bool OutIsTerminal { get; init; }

    public bool ErrorIsTerminal { get; init; }

    public bool InIsTerminal { get; init; }

    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The tool's version without the commit: <c>1.2.0-beta.1</c>.</summary>
    public static string Version => ToolVersion.Text;

    public static ToolHost OfProcess(string[] arguments)
    {
        if (OperatingSystem.IsWindows())
        {
            Console.OutputEncoding = Encoding.UTF8;
        }

        return new ToolHost
        {
            Arguments = arguments,
            WorkingFolder = Environment.CurrentDirectory,
            Variable = Environment.GetEnvironmentVariable,
            Out = Writer(Console.OpenStandardOutput()),
            // Written to by a signal's thread, too, and by the runs of a fleet.
            Error = TextWriter.Synchronized(Writer(Console.OpenStandardError())),
            In = new StreamReader(Console.OpenStandardInput()),
            OutIsTerminal = !Console.IsOutputRedirected,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            InIsTerminal = !Console.IsInputRedirected,
        };
    }

    private static StreamWriter Writer(Stream stream) =>
        new(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)) { AutoFlush = true };
}
