using System.Diagnostics;
using System.Text;
using Cairn.Engines.Tests.Servers;

namespace Cairn.Engines.Tests.Tools;

/// <summary>The tool while it runs.</summary>
public sealed class ToolRun : IAsyncDisposable
{
    private readonly Process _process;
    private readonly string _commandLine;
    private readonly StringBuilder _errors = new();
    private readonly Task<string> _output;
    private readonly Task _reading;
    private readonly Lock _lock = new();
    private readonly List<(string Text, TaskCompletionSource Seen)> _awaited = [];

    internal ToolRun(Process process, string commandLine)
    {
        (_process, _commandLine) = (process, commandLine);
        _output = process.StandardOutput.ReadToEndAsync();
        _reading = Task.Run(ReadErrorsAsync);
    }

    public bool HasEnded => _process.HasExited;

    /// <summary>Ctrl+C.</summary>
    public void Interrupt() => Signals.Send(_process.Id, Signals.Interrupt);

    /// <summary>What a container's runtime sends.</summary>
    public void Terminate() => Signals.Send(_process.Id, Signals.Terminate);

    /// <summary>What nobody can catch.</summary>
    public void Kill() => _process.Kill();

    /// <summary>Waits until a line on standard error contains the text; fails when the tool ends without it.</summary>
    public async Task SeenAsync(string text)
    {
        var seen = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        lock (_lock)
        {
            if (_errors.ToString().Contains(text, StringComparison.Ordinal))
            {
                return;
            }

            _awaited.Add((text, seen));
        }

        await Task.WhenAny(seen.Task, _reading);
        Assert.True(seen.Task.IsCompleted, $"The tool ended without saying '{text}':\n{Errors}");
    }

    /// <summary>Waits for the end; a tool that does not end is killed, and the test fails.</summary>
    public async Task<ToolResult> EndAsync(TimeSpan patience)
    {
        using var limit = new CancellationTokenSource(patience);
        try
        {
            await _process.WaitForExitAsync(limit.Token);
        }
        catch (OperationCanceledException)
        {
            _process.Kill(entireProcessTree: true);
            Assert.Fail($"The tool did not end within {patience}: {_commandLine}\n{Errors}");
        }

        await _reading;
        return new ToolResult(_commandLine, _process.ExitCode, await _output, Errors);
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
    }

    private string Errors
    {
        get
        {
            lock (_lock)
            {
                return _errors.ToString();
            }
        }
    }

    private async Task ReadErrorsAsync()
    {
        while (await _process.StandardError.ReadLineAsync() is { } line)
        {
            lock (_lock)
            {
                _errors.Append(line).Append('\n');
                _awaited.FindAll(wanted => line.Contains(wanted.Text, StringComparison.Ordinal)).ForEach(wanted => wanted.Seen.TrySetResult());
            }
        }
    }
}
