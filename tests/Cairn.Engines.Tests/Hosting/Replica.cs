using System.Diagnostics;
using System.Net;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Hosting;

/// <summary>One running process of the example.</summary>
internal sealed partial class Replica : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(3);

    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _address = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly HttpClient _http = new() { Timeout = Longest };

    private Replica(Process process) => _process = process;

    public string Output
    {
        get
        {
            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    public static Replica Start(PackedExample example, string connection, params IEnumerable<string> arguments)
    {
        var start = Dotnet.Start(example.Folder, [example.Program, "--urls", "http://127.0.0.1:0", .. arguments]);
        start.Environment["ConnectionStrings__Cms"] = connection;
        start.Environment["CAIRN_CACHE"] = example.Cache;
        var replica = new Replica(new Process { StartInfo = start, EnableRaisingEvents = true });
        replica._process.OutputDataReceived += (_, line) => replica.Hear(line.Data);
        replica._process.ErrorDataReceived += (_, line) => replica.Hear(line.Data);
        replica._process.Exited += (_, _) => replica._address.TrySetException(new InvalidOperationException("It ended."));
        replica._process.Start();
        replica._process.BeginOutputReadLine();
        replica._process.BeginErrorReadLine();
        return replica;
    }

    /// <summary>Waits until it answers.</summary>
    public async Task UpAsync()
    {
        try
        {
            _http.BaseAddress = await _address.Task.WaitAsync(Longest, TestContext.Current.CancellationToken);
        }
        catch (Exception exception) when (exception is InvalidOperationException or TimeoutException)
        {
            Assert.Fail($"The application did not come up: {exception.Message}\n{Output}");
        }
    }

    /// <summary>Asks it to end, as a container's host does.</summary>
    public Task<int> StopAsync()
    {
        Signals.Send(_process.Id, Signals.Terminate);
        return EndAsync();
    }

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync(TestContext.Current.CancellationToken).WaitAsync(Longest);
        return _process.ExitCode;
    }

    public async Task<(HttpStatusCode Status, JsonElement Body)> GetAsync(string path) => await ReadAsync(await _http.GetAsync(path, TestContext.Current.CancellationToken));

    public async Task<(HttpStatusCode Status, JsonElement Body)> PostAsync(string path) =>
        await ReadAsync(await _http.PostAsync(path, null, TestContext.Current.CancellationToken));

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync(CancellationToken.None);
        }

        _process.Dispose();
    }

    private static async Task<(HttpStatusCode Status, JsonElement Body)> ReadAsync(HttpResponseMessage response)
    {
        using (response)
        {
            var text = await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);
            return (response.StatusCode, text.Length == 0 ? default : JsonDocument.Parse(text).RootElement);
        }
    }

    private void Hear(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (line is not null && Listening().Match(line) is { Success: true } match)
        {
            _address.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on: (?<address>\S+)")]
    private static partial Regex Listening();
}
