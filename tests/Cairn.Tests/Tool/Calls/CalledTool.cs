using Cairn.Tool;
using Cairn.Tool.CommandLines;

namespace Cairn.Tests.Tool.Calls;

/// <summary>What a call of the tool gave back.</summary>
public sealed record CallResult(int ExitCode, string Output, string Errors)
{
    public string All => Output + Errors;

    public System.Text.Json.JsonElement Json => System.Text.Json.JsonDocument.Parse(Output).RootElement;
}

/// <summary>The tool, called inside the test's own process in a folder of its own.</summary>
public sealed class CalledTool : IDisposable
{
    private readonly Dictionary<string, string> _variables = new(StringComparer.Ordinal);

    public string Folder { get; } = Directory.CreateTempSubdirectory("cairn-tool-").FullName;

    /// <summary>Lines that the user types; null where standard input is no terminal.</summary>
    public string? Typed { get; set; }

    public CalledTool With(string variable, string value)
    {
        _variables[variable] = value;
        return this;
    }

    public CalledTool Write(string file, string text)
    {
        var path = Path.Combine(Folder, file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return this;
    }

    public string Read(string file) => File.ReadAllText(Path.Combine(Folder, file));

    internal ToolHost Host(StringWriter output, StringWriter errors, params string[] arguments) => new()
    {
        Arguments = arguments,
        WorkingFolder = Folder,
        Variable = name => _variables.GetValueOrDefault(name),
        Out = output,
        Error = errors,
        In = new StringReader(Typed ?? ""),
        InIsTerminal = Typed is not null,
        Clock = new FixedClock(),
    };

    internal ToolHost Host(params string[] arguments) => Host(new StringWriter(), new StringWriter(), arguments);

    public async Task<CallResult> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var errors = new StringWriter { NewLine = "\n" };
        var code = await CommandRunner.RunAsync(Host(output, errors, arguments), CancellationToken.None);
        return new CallResult(code, output.ToString(), errors.ToString());
    }

    /// <summary>The effective value of each setting, and where it came from, as <c>config --json</c> tells it.</summary>
    public async Task<Dictionary<string, (string? Value, string Origin)>> ConfigAsync(params string[] options)
    {
        var result = await RunAsync(["config", "--json", .. options]);
        Xunit.Assert.True(result.ExitCode == 0, result.All);
        return result.Json.GetProperty("settings").EnumerateArray().ToDictionary(
            line => line.GetProperty("name").GetString()!,
            line => (line.GetProperty("value").GetString(), line.GetProperty("origin").GetString()!));
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    private sealed class FixedClock : TimeProvider
    {
        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override DateTimeOffset GetUtcNow() => new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);
    }
}
