using System.Text;
using Microsoft.Extensions.Logging;

namespace JobWise.Llm.OpenAICompatible.Tests;

/// <summary>Everything that is logged, as one text.</summary>
internal sealed class LogText : ILoggerProvider, ILogger
{
    private readonly StringBuilder _text = new();

    public string Text => _text.ToString();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull
    {
        _text.AppendLine(state.ToString());
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
        _text.AppendLine(formatter(state, exception)).AppendLine(exception?.ToString());

    public void Dispose()
    {
    }
}
