namespace JobWise.Llm.Pipeline;

/// <summary>The limiter of one model at one account, with what each instance that shares it is configured to keep.</summary>
internal sealed class AccountLimiter(LimitedLane lane, IReadOnlyList<RateLimitPlan> plans, RateLimitVendor vendor, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RateLimitFigures> _configured = new(StringComparer.OrdinalIgnoreCase);

    public RateLimiter Limiter { get; } = new(lane, timeProvider);

    /// <summary>Takes over the settings of one instance. Of figures that several instances set, the lowest holds.</summary>
    public void Apply(string instance, LLMInstanceOptions? options, LLMRateLimitMode mode)
    {
        lock (_lock)
        {
            _configured[instance] = RateLimitFigures.Of(FindModel(options), options?.RateLimits);
            var figures = new RateLimitFigures();
            foreach (var each in _configured.Values)
            {
                figures.Tighten(each);
            }

            Limiter.Apply(new RateLimitSettings
            {
                Mode = mode,
                Configured = figures,
                Plans = plans,
                Plan = options?.Plan ?? vendor.DefaultPlan,
                IsPlanNamed = options?.Plan is not null,
                Vendor = vendor,
            });
        }
    }

    private LLMModelRateLimitOptions? FindModel(LLMInstanceOptions? options)
    {
        foreach (var model in options?.RateLimits.Models ?? [])
        {
            if (string.Equals(model.Model, lane.Model, StringComparison.Ordinal))
            {
                return model;
            }
        }

        return null;
    }
}
