namespace JobWise.Llm;

/// <summary>How a call reached its answer.</summary>
public sealed record LLMRoute
{
    /// <summary>The identity of the call; see <see cref="LLMCallScope.CallId"/>.</summary>
    public Guid CallId { get; init; }

    /// <summary>The provider instance that answered.</summary>
    public string? Instance { get; init; }

    /// <summary>The model that was asked for; <see cref="LLMResponse.Model"/> is the one that answered.</summary>
    public string? RequestedModel { get; init; }

    /// <summary>Every lane that could have served the call, in the order of the plan, with what became of it and why.</summary>
    public IReadOnlyList<LLMRouteCandidate> Candidates { get; init; } = [];

    /// <summary>What put the candidates into their order.</summary>
    public LLMRouteBasis OrderedBy { get; init; }

    /// <summary>How many requests were sent in all.</summary>
    public int Sends { get; init; }

    /// <summary>How long the call took from the caller's view, waits and retries included.</summary>
    public TimeSpan Elapsed { get; init; }
}
