namespace JobWise.Llm.Pipeline;

/// <summary>One number for each kind of limit; zero where there is none.</summary>
internal sealed class RateLimitFigures
{
    private readonly long[] _byKind = new long[RateLimitKinds.Count];

    public long this[LLMRateLimitKind kind]
    {
        get => _byKind[(int)kind];
        set => _byKind[(int)kind] = value;
    }

    /// <summary>The figures of the first, and of the second where the first has none.</summary>
    public static RateLimitFigures Of(LLMRateLimitFigures? first, LLMRateLimitFigures? second)
    {
        var figures = new RateLimitFigures();
        figures[LLMRateLimitKind.RequestsPerMinute] = first?.RequestsPerMinute ?? second?.RequestsPerMinute ?? 0;
        figures[LLMRateLimitKind.RequestsPerDay] = first?.RequestsPerDay ?? second?.RequestsPerDay ?? 0;
        figures[LLMRateLimitKind.TokensPerMinute] = first?.TokensPerMinute ?? second?.TokensPerMinute ?? 0;
        figures[LLMRateLimitKind.TokensPerDay] = first?.TokensPerDay ?? second?.TokensPerDay ?? 0;
        figures[LLMRateLimitKind.InputTokensPerMinute] = first?.InputTokensPerMinute ?? second?.InputTokensPerMinute ?? 0;
        figures[LLMRateLimitKind.OutputTokensPerMinute] = first?.OutputTokensPerMinute ?? second?.OutputTokensPerMinute ?? 0;
        return figures;
    }

    /// <summary>Takes over what another has lower, or has alone.</summary>
    public void Tighten(RateLimitFigures other)
    {
        for (var kind = 0; kind < _byKind.Length; kind++)
        {
            var figure = other._byKind[kind];
            _byKind[kind] = figure > 0 && (_byKind[kind] == 0 || figure < _byKind[kind]) ? figure : _byKind[kind];
        }
    }
}
