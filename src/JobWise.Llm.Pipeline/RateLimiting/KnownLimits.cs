namespace JobWise.Llm.Pipeline;

/// <summary>
/// Which limit holds for each kind: the configured one, else what the provider last said, else the plan's. What the provider says may also
/// tell that the account has another plan than presumed, and so correct the limits of which it says nothing.
/// </summary>
internal sealed class KnownLimits
{
    private readonly RateLimitFigures _heard = new();
    private readonly RateLimitFigures _heardInErrors = new();
    private RateLimitSettings _settings = new();
    private RateLimitPlan? _plan;
    private bool _isPlanSure;

    /// <summary>What is learned stays, unless another plan is named.</summary>
    public void Apply(RateLimitSettings settings)
    {
        var isSamePlan = settings.Plan == _settings.Plan && settings.IsPlanNamed == _settings.IsPlanNamed && ReferenceEquals(settings.Plans, _settings.Plans);
        _settings = settings;
        if (!isSamePlan)
        {
            _plan = settings.Plans.FirstOrDefault(plan => string.Equals(plan.Plan, settings.Plan, StringComparison.OrdinalIgnoreCase));
            _isPlanSure = settings.IsPlanNamed;
        }
    }

    /// <summary>The limit; zero where none is known.</summary>
    public long Of(LLMRateLimitKind kind) =>
        _settings.Configured[kind] is > 0 and var configured ? configured
        : _heard[kind] is > 0 and var heard ? heard
        : _heardInErrors[kind] is > 0 and var refused ? refused
        : _plan?[kind] ?? 0;

    /// <summary>Whether the limit stands on a plan that nobody has named and no answer has shown.</summary>
    public bool IsAssumed(LLMRateLimitKind kind) =>
        !_isPlanSure && _settings.Configured[kind] == 0 && _heard[kind] == 0 && _heardInErrors[kind] == 0;

    /// <summary>Takes over a limit that the provider named in a header; false when that changes nothing.</summary>
    public bool Hear(LLMRateLimitKind kind, long limit)
    {
        if (_heard[kind] == limit && _heardInErrors[kind] == 0)
        {
            return false;
        }

        _heard[kind] = limit;
        _heardInErrors[kind] = 0;
        Recognize(kind, limit);
        return true;
    }

    /// <summary>
    /// Takes over a limit that the provider named in an error; holds until a header names it or the plan turns out to be another. False when
    /// that changes nothing.
    /// </summary>
    public bool HearInError(LLMRateLimitKind kind, long limit)
    {
        if (Of(kind) == limit && !IsAssumed(kind))
        {
            return false;
        }

        Recognize(kind, limit);
        _heardInErrors[kind] = limit;
        _heard[kind] = 0;
        return true;
    }

    private void Recognize(LLMRateLimitKind kind, long limit)
    {
        if (_plan?[kind] == limit)
        {
            _isPlanSure = true;
        }
        else if (_settings.Plans.FirstOrDefault(plan => plan[kind] == limit) is { } other)
        {
            Switch(other);
        }
        else if (_plan?[kind] is > 0 and var presumed && limit > presumed)
        {
            // More than the plan grants: a plan that the data does not know, so its other figures would hold a paying account back.
            Switch(null);
        }
    }

    private void Switch(RateLimitPlan? plan)
    {
        _plan = plan;
        _isPlanSure = true;
        for (var kind = (LLMRateLimitKind)0; kind < (LLMRateLimitKind)RateLimitKinds.Count; kind++)
        {
            _heardInErrors[kind] = 0;
        }
    }
}
