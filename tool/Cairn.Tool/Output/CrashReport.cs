using System.Runtime.InteropServices;
using Cairn.Tool.Settings.Connections;

namespace Cairn.Tool.Output;

/// <summary>What is said of a defect in the tool itself: the stack trace goes into a file.</summary>
internal static class CrashReport
{
    /// <summary>Writes the file; the error names it, and asks for a bug report.</summary>
    public static CairnException Write(Exception defect, ToolHost host)
    {
        var text = $"""
            Cairn {ToolHost.Version}, {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.ProcessArchitecture}
            {host.Clock.GetUtcNow():u}
            command: {host.Arguments.FirstOrDefault(argument => !argument.StartsWith('-')) ?? "none"}

            {Redaction.Clean(defect.ToString())}
            """;
        return new CairnException(ErrorCodes.Defect, $"this is a defect in Cairn: {defect.GetType().Name}: {defect.Message}", defect)
        {
            Fix = $"Please report it, with the file {Save(text) ?? "that could not be written; --verbose prints the stack trace"}. Connection passwords were taken out; look it over before you send it.",
            DatabaseState = "not known; migrate:list tells what is recorded",
        };
    }

    private static string? Save(string text)
    {
        try
        {
            // A temp file's name is unique and the file is its owner's alone.
            var path = Path.GetTempFileName();
            var named = Path.ChangeExtension(path, ".cairn-crash.txt");
            File.Move(path, named);
            File.WriteAllText(named, text);
            return named;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return null;
        }
    }
}
