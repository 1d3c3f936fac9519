using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace JobWise.Llm.Pipeline;

/// <summary>Shows each call to the detector, and tells the log and the program's listeners what it finds.</summary>
internal sealed class UsageWatch(
    IOptions<LLMUsageAlertOptions> options, IEnumerable<ILLMUsageAlertListener> listeners, TimeProvider timeProvider, ILoggerFactory? loggerFactory = null)
    : ICallWatcher
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    private readonly UsageDetector _detector = new(options.Value);
    private readonly ILLMUsageAlertListener[] _listeners = [.. listeners];
    private readonly ILogger _logger = (loggerFactory ?? NullLoggerFactory.Instance).CreateLogger(Log.Category);
    private readonly long _startedAt = timeProvider.GetTimestamp();
    private readonly DateTimeOffset _startedOn = timeProvider.GetUtcNow();

    public void Answered(LLMRequest request, LLMResponse response, TimeSpan took)
    {
        if (!response.IsCached)
        {
            Observe(request, response.Route?.Instance, response.Cost?.Usd, response.Usage);
        }
    }

    public void Failed(LLMRequest request, Exception failure, TimeSpan took)
    {
        if (failure is LLMServiceException { Usage: { } usage })
        {
            Observe(request, instance: null, usd: null, usage);
        }
    }

    private void Observe(LLMRequest request, string? instance, decimal? usd, LLMUsage? usage)
    {
        var tokens = usage?.TotalTokens ?? ((long?)usage?.PromptTokens + usage?.CompletionTokens) ?? 0;
        var amount = new UsageAmount(usd ?? 0, tokens);
        var hour = timeProvider.GetElapsedTime(_startedAt).Ticks / Hour.Ticks;
        Observe(LLMUsageAlertScope.User, request.UserId, hour, amount);
        Observe(LLMUsageAlertScope.Instance, instance, hour, amount);
        Observe(LLMUsageAlertScope.Workflow, request.Workflow, hour, amount);
    }

    private void Observe(LLMUsageAlertScope scope, string? value, long hour, UsageAmount amount)
    {
        if (value is null || _detector.Observe(new UsageKey(scope, value), hour, amount) is not { } found)
        {
            return;
        }

        _logger.UnusualUse(scope, found.Now.Usd, found.Now.Tokens, found.Usual.Usd, found.Usual.Tokens);
        Tell(new LLMUsageAlert
        {
            Scope = scope,
            Value = value,
            HourStartedAt = _startedOn + (hour * Hour),
            Usd = found.Now.Usd,
            Tokens = found.Now.Tokens,
            UsualUsd = found.Usual.Usd,
            UsualTokens = found.Usual.Tokens,
        });
    }

    private void Tell(LLMUsageAlert alert)
    {
        foreach (var listener in _listeners)
        {
            try
            {
                listener.OnUnusualUse(alert);
            }
            catch (Exception error) // The program's code; the call that happened to pass the bound has its answer.
            {
                _logger.UsageListenerFailed(error.GetType().Name);
            }
        }
    }
}
