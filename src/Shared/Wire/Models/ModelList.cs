namespace JobWise.Llm.Wire;

/// <summary>Asks the provider which models it has; the health check is the same question.</summary>
/// <param name="provider">The instance to ask.</param>
/// <param name="read">Reads one page of the list.</param>
internal sealed class ModelList(ProviderInstance provider, ModelPageReader read)
{
    // More than any vendor's list needs; a server that always names a next page must not be asked for ever.
    private const int MostPages = 20;

    public async Task<IReadOnlyList<LLMModel>> GetAsync(CancellationToken cancellationToken)
    {
        List<LLMModel> models = [];
        string? query = null;
        for (var page = 0; page < MostPages; page++)
        {
            var next = await GetPageAsync(query, cancellationToken).ConfigureAwait(false);
            models.AddRange(next.Models.Select(Join));
            query = next.NextQuery;
            if (query is null)
            {
                break;
            }
        }

        return models;
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

    private async Task<ModelPage> GetPageAsync(string? query, CancellationToken cancellationToken)
    {
        var options = provider.Options();
        var endpoint = provider.EndpointFor(options);
        var address = query is null ? endpoint.At("models") : endpoint.Under("models", query);
        using var exchange = await Exchange.SendAsync(provider, options, new WireCall { Address = address }, cancellationToken).ConfigureAwait(false);
        try
        {
            using var body = await ResponseBody.ReadAsync(exchange.Response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return read(body.WrittenSpan, provider.Vendor.ProviderName);
        }
        catch (Exception error) // Whatever the connection throws must reach the caller as one of our errors.
        {
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }

    // The live list says what can be used; what it leaves out, the catalogue and the price book may know.
    private LLMModel Join(LLMModel live)
    {
        var price = provider.Prices.Find(provider.Vendor.ProviderName, live.Id, provider.Today);
        return provider.FindModel(live.Id) is { } known
            ? known with
            {
                Id = live.Id,
                ContextWindow = live.ContextWindow ?? known.ContextWindow,
                MaxOutputTokens = live.MaxOutputTokens ?? known.MaxOutputTokens,
                Capabilities = [.. known.Capabilities.Union(live.Capabilities)],
                Price = price,
            }
            : live with { Price = price };
    }

    private string? WhyDegraded(IReadOnlyList<LLMModel> models)
    {
        if (provider.DefaultModel(provider.Options()) is not { } wanted)
        {
            return null;
        }

        if (provider.Catalog.ExplainRetirement(provider.Vendor.ProviderName, wanted, provider.Today) is { } end)
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
