namespace JobWise.Llm.Pipeline;

/// <summary>The limiter of one model at one account, with what each instance that shares it is configured to keep.</summary>
internal sealed class AccountLimiter(LimitedLane lane, IReadOnlyList<RateLimitPlan> plans, RateLimitVendor vendor, TimeProvider timeProvider)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, RateLimitFigures> _configured = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string?> _named = new(StringComparer.OrdinalIgnoreCase);

    public RateLimiter Limiter { get; } = new(lane, timeProvider);

    /// <summary>
    /// Takes over the settings of one instance. Of figures that several instances set, the lowest holds; a plan that one of them names holds for
    /// all, whoever came last.
    /// </summary>
    public void Apply(string instance, LLMInstanceOptions? options, LLMRateLimitMode mode)
    {
        lock (_lock)
        {
            _configured[instance] = RateLimitFigures.Of(FindModel(options), options?.RateLimits);
            _named[instance] = options?.Plan;
            var plan = NamedPlan_NeedsLock();
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
                Plan = plan ?? vendor.DefaultPlan,
                IsPlanNamed = plan is not null,
                Vendor = vendor,
            });
        }
    }

    /// <summary>An account has one plan. Where two are named, the lesser is safe; the data lists a vendor's plans from the least on.</summary>
    private string? NamedPlan_NeedsLock()
    {
        foreach (var plan in plans)
        {
            if (_named.Values.Contains(plan.Plan, StringComparer.OrdinalIgnoreCase))
            {
                return plan.Plan;
            }
        }

        return _named.Values.FirstOrDefault(named => named is not null);
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
