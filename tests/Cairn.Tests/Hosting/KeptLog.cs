using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Cairn.Tests.Hosting;

/// <summary>An entry of a log.</summary>
public sealed record KeptEntry(string Category, LogLevel Level, EventId Event, string Text, IReadOnlyDictionary<string, object?> Values, Exception? Exception);

/// <summary>Keeps what is logged, values and all.</summary>
public sealed class KeptLog : ILoggerProvider
{
    private readonly ConcurrentQueue<KeptEntry> _entries = new();

    public IReadOnlyList<KeptEntry> OfCairn => [.. _entries.Where(entry => entry.Category == "Cairn")];

    public ILogger CreateLogger(string categoryName) => new Logger(this, categoryName);

    public void Dispose()
    {
    }

    private sealed class Logger(KeptLog log, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var values = (state as IEnumerable<KeyValuePair<string, object?>> ?? []).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);
            log._entries.Enqueue(new KeptEntry(category, logLevel, eventId, formatter(state, exception), values, exception));
        }
    }
}
