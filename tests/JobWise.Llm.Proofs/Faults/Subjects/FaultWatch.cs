using System.Collections.Concurrent;
using System.Diagnostics;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.Proofs.Faults.Subjects;

/// <summary>Reads everything that a call logs, at every level, and looks for the key and the prompt in it.</summary>
internal sealed class FaultWatch : ILoggerProvider, ILogger
{
    /// <summary>The key that every call is made with.</summary>
    public const string Key = "sk-canary-4f9e1c7a2b8d6035";

    /// <summary>The prompt that every call is made with.</summary>
    public const string Prompt = "PROMPT-CANARY-83d1c6: what is the answer?";

    private readonly ConcurrentQueue<string> _leaks = new();
    private int _lines;

    /// <summary>Where a secret was found.</summary>
    public IReadOnlyList<string> Leaks => [.. _leaks];

    public int Lines => Volatile.Read(ref _lines);

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        Inspect("log scope", state.ToString());
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        Interlocked.Increment(ref _lines);
        Inspect($"log {eventId.Id} at {logLevel}", formatter(state, exception));
        Inspect($"exception of log {eventId.Id}", exception?.ToString());
        foreach (var (name, value) in state as IEnumerable<KeyValuePair<string, object?>> ?? [])
        {
            Inspect($"value {name} of log {eventId.Id}", value?.ToString());
        }
    }

    /// <summary>Looks for the secrets in all that an activity holds: names, status, tags, events, links and baggage.</summary>
    public void Inspect(Activity activity)
    {
        var tags = activity.TagObjects
            .Concat(activity.Events.SelectMany(each => each.Tags))
            .Concat(activity.Links.SelectMany(link => link.Tags ?? []))
            .Concat(activity.Baggage.Select(item => KeyValuePair.Create(item.Key, (object?)item.Value)));
        foreach (var (name, value) in tags)
        {
            Inspect($"tag {name} of activity {activity.OperationName}", $"{name}={value}");
        }

        var events = activity.Events.Select(each => each.Name);
        var links = activity.Links.Select(link => link.Context.TraceState);
        foreach (var text in (string?[])[activity.OperationName, activity.DisplayName, activity.StatusDescription, activity.TraceStateString, .. events, .. links])
        {
            Inspect($"the name or the status of activity {activity.OperationName}", text);
        }
    }

    public void Inspect(string place, string? text)
    {
        if (text?.Contains(Key, StringComparison.Ordinal) == true)
        {
            _leaks.Enqueue($"the key is in {place}");
        }

        if (text?.Contains(Prompt[..20], StringComparison.Ordinal) == true)
        {
            _leaks.Enqueue($"the prompt is in {place}");
        }
    }

    public void Dispose()
    {
    }
}
