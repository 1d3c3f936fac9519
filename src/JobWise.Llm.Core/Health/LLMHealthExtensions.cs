namespace JobWise.Llm;

/// <summary>The health check that proves the whole way to an answer. Written once over <see cref="ILLMService.GenerateAsync"/>.</summary>
public static class LLMHealthExtensions
{
    /// <summary>
    /// Asks for an answer of one token, which costs a few, where <see cref="ILLMService.CheckHealthAsync"/> spends none. Failure is a result,
    /// not an exception: a rate limit is degraded, anything else unhealthy.
    /// </summary>
    /// <remarks>The call is sent once, without retries and past the cache. In a pipeline it has the configured timeout; a bare provider waits for ever.</remarks>
    /// <param name="service">A provider or a pipeline.</param>
    /// <param name="model">The model to try; null takes the default.</param>
    /// <param name="timeProvider">Measures the latency; null takes the system's clock.</param>
    /// <param name="cancellationToken">Ends the check, with an exception.</param>
    public static async Task<LLMHealth> CheckHealthByGenerationAsync(
        this ILLMService service,
        string? model = null,
        TimeProvider? timeProvider = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(service);
        var clock = timeProvider ?? TimeProvider.System;
        var startedAt = clock.GetTimestamp();
        LLMServiceException? error = null;
        try
        {
            // Whatever comes is an answer, a cut one included: one token is all that was asked for.
            await service.GenerateAsync(RequestTo(model), cancellationToken).ConfigureAwait(false);
        }
        catch (LLMServiceException failure)
        {
            error = failure;
        }

        return new()
        {
            Status = error switch
            {
                null => LLMHealthStatus.Healthy,
                LLMRateLimitException => LLMHealthStatus.Degraded, // It answers, and will again: only for now it takes no more.
                _ => LLMHealthStatus.Unhealthy,
            },
            Reason = error?.Message,
            Latency = clock.GetElapsedTime(startedAt),
            Error = error,
        };
    }

    private static LLMRequest RequestTo(string? model) => LLMRequest.FromPrompt("Hi") with
    {
        Model = model,
        MaxTokens = 1,
        Call = new LLMCallOptions { CacheMode = LLMCacheMode.Bypass, MostSends = 1 },
    };
}
