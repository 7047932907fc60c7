using System.Diagnostics;
using System.Net.WebSockets;
using System.Text;
using System.Text.Json.Nodes;

namespace Cairn.Engines.Tests.Tools;

/// <summary>A real headless browser, driven over its own debugging protocol: opens a page, says what it asked the network for, and looks at it.</summary>
public sealed class Browser : IAsyncDisposable
{
    private static readonly string[] Programs = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];

    private readonly Process process;
    private readonly string folder;
    private readonly ClientWebSocket socket = new();
    private readonly List<string> requests = [];
    private int last;

    private Browser(Process process, string folder)
    {
        this.process = process;
        this.folder = folder;
    }

    /// <summary>Addresses that the page asked for, its own file apart.</summary>
    public IReadOnlyList<string> Requests => requests;

    /// <summary>Where it is, or null.</summary>
    public static string? Find() => Programs.FirstOrDefault(File.Exists);

    public static async Task<Browser> StartAsync(string program)
    {
        var profile = Directory.CreateTempSubdirectory("cairn-browser-").FullName;
        string[] arguments =
        [
            "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
            "--remote-debugging-port=0", $"--user-data-dir={profile}", "about:blank",
        ];
        var started = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true, UseShellExecute = false })!;
        var browser = new Browser(started, profile);

        // It says where it listens, and nothing else is waited for.
        while (await started.StandardError.ReadLineAsync() is { } line)
        {
            if (line.Contains("DevTools listening on", StringComparison.Ordinal))
            {
                _ = started.StandardError.ReadToEndAsync();
                await browser.ConnectAsync(new Uri(line[line.IndexOf("ws://", StringComparison.Ordinal)..].Trim()));
                return browser;
            }
        }

        throw new InvalidOperationException("the browser did not start");
    }

    /// <summary>Opens a file as a screen of that size would show it.</summary>
    public async Task OpenAsync(string file, int width, int height)
    {
        await CallAsync("Emulation.setDeviceMetricsOverride", new() { ["width"] = width, ["height"] = height, ["deviceScaleFactor"] = 1, ["mobile"] = width < 600 });
        await CallAsync("Page.navigate", new() { ["url"] = new Uri(file).AbsoluteUri }, until: "Page.loadEventFired");
    }

    /// <summary>The value of an expression, asked from outside the page.</summary>
    public async Task<string> AskAsync(string expression)
    {
        var answer = await CallAsync("Runtime.evaluate", new() { ["expression"] = expression, ["returnByValue"] = true, ["awaitPromise"] = true });
        return answer["result"]?["value"]?.ToString() ?? "";
    }

    /// <summary>What would come out of a printer.</summary>
    public async Task<byte[]> PrintAsync() => Convert.FromBase64String((await CallAsync("Page.printToPDF", new() { ["preferCSSPageSize"] = true }))["data"]!.ToString());

    /// <summary>A picture of the whole page.</summary>
    public async Task<byte[]> ShootAsync() =>
        Convert.FromBase64String((await CallAsync("Page.captureScreenshot", new() { ["captureBeyondViewport"] = true }))["data"]!.ToString());

    /// <summary>Makes it look as on paper, or as on a screen again, and waits until it is drawn so.</summary>
    public async Task EmulateAsync(string medium)
    {
        await CallAsync("Emulation.setEmulatedMedia", new() { ["media"] = medium });
        await AskAsync("new Promise(drawn => requestAnimationFrame(() => requestAnimationFrame(drawn)))");
    }

    public async ValueTask DisposeAsync()
    {
        // The program may have handed itself on to another process, which a kill of this one does not reach.
        await socket.SendAsync(Encoding.UTF8.GetBytes("{\"id\":0,\"method\":\"Browser.close\"}"), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        socket.Dispose();
        process.Kill(entireProcessTree: true);
        await process.WaitForExitAsync();
        process.Dispose();
        try
        {
            Directory.Delete(folder, recursive: true);
        }
        catch (IOException)
        {
            // One of its processes still writes; the folder is in the temporary one.
        }
    }

    private async Task ConnectAsync(Uri endpoint)
    {
        using var http = new HttpClient();
        var pages = await http.GetStringAsync(new Uri($"http://{endpoint.Authority}/json/list"));
        var page = JsonNode.Parse(pages)!.AsArray().First(target => target!["type"]!.ToString() == "page")!;
        await socket.ConnectAsync(new Uri(page["webSocketDebuggerUrl"]!.ToString()), CancellationToken.None);
        await CallAsync("Page.enable", []);
        await CallAsync("Network.enable", []);
    }

    private async Task<JsonNode> CallAsync(string method, JsonObject parameters, string? until = null)
    {
        var id = ++last;
        var call = new JsonObject { ["id"] = id, ["method"] = method, ["params"] = parameters };
        await socket.SendAsync(Encoding.UTF8.GetBytes(call.ToJsonString()), WebSocketMessageType.Text, endOfMessage: true, CancellationToken.None);
        JsonNode? result = null;
        var isDone = until is null;
        while (result is null || !isDone)
        {
            var message = await ReceiveAsync();
            if (message["id"]?.GetValue<int>() == id)
            {
                result = message["error"] is { } error ? throw new InvalidOperationException($"{method}: {error}") : message["result"]!;
            }

            isDone |= message["method"]?.ToString() == until;
            if (message["method"]?.ToString() == "Network.requestWillBeSent" && message["params"]!["request"]!["url"]!.ToString() is var url && !url.StartsWith("file:", StringComparison.Ordinal))
            {
                requests.Add(url);
            }
        }

        return result;
    }

    private async Task<JsonNode> ReceiveAsync()
    {
        using var text = new MemoryStream();
        var buffer = new byte[64 * 1024];
        while (true)
        {
            var part = await socket.ReceiveAsync(buffer.AsMemory(), CancellationToken.None);
            text.Write(buffer, 0, part.Count);
            if (part.EndOfMessage)
            {
                return JsonNode.Parse(text.ToArray())!;
            }
        }
    }
}
