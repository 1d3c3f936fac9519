namespace JobWise.Llm.Wire;

/// <summary>Asks the provider which models it has; the health check is the same question.</summary>
/// <param name="provider">The instance to ask.</param>
internal sealed class ModelList(ProviderInstance provider)
{
    public async Task<IReadOnlyList<LLMModel>> GetAsync(CancellationToken cancellationToken)
    {
        var options = provider.Options();
        using var exchange = await Exchange.SendAsync(
            provider, options, endpoint => endpoint.Models, content: null, model: null, cancellationToken).ConfigureAwait(false);
        try
        {
            using var body = await ResponseBody.ReadAsync(exchange.Response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return [.. ModelListReader.Read(body.WrittenSpan, provider.Dialect.ProviderName).Select(Join)];
        }
        catch (Exception error) // Whatever the connection throws must reach the caller as one of our errors.
        {
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    public async Task<LLMHealth> CheckHealthAsync(CancellationToken cancellationToken)
    {
        var startedAt = provider.Time.GetTimestamp();
        try
        {
            var models = await GetAsync(cancellationToken).ConfigureAwait(false);
            var reason = WhyDegraded(models);
            return Health(reason is null ? LLMHealthStatus.Healthy : LLMHealthStatus.Degraded, reason, startedAt);
        }
        catch (LLMRateLimitException error)
        {
            // It answers, and will again: only for now it takes no more.
            return Health(LLMHealthStatus.Degraded, error.Message, startedAt, error);
        }
        catch (LLMServiceException error)
        {
            return Health(LLMHealthStatus.Unhealthy, error.Message, startedAt, error);
        }
    }

    // The live list says what can be used; what it leaves out, the catalogue may know.
    private LLMModel Join(LLMModel live) => provider.FindModel(live.Id) is { } known
        ? known with { Id = live.Id, ContextWindow = live.ContextWindow ?? known.ContextWindow, MaxOutputTokens = live.MaxOutputTokens ?? known.MaxOutputTokens }
        : live;

    private string? WhyDegraded(IReadOnlyList<LLMModel> models)
    {
        if (provider.DefaultModel(provider.Options()) is not { } wanted)
        {
            return null;
        }

        if (provider.Catalog.ExplainRetirement(provider.Dialect.ProviderName, wanted, provider.Today) is { } end)
        {
            return end;
        }

        return models.Any(model => string.Equals(model.Id, wanted, StringComparison.OrdinalIgnoreCase))
            ? null
            : $"The provider answers, but does not list the default model '{wanted}'. Choose one of GetAvailableModelsAsync().";
    }

    private LLMHealth Health(LLMHealthStatus status, string? reason, long startedAt, LLMServiceException? error = null) => new()
    {
        Status = status,
        Reason = reason,
        Latency = provider.Time.GetElapsedTime(startedAt),
        Error = error,
    };
}
