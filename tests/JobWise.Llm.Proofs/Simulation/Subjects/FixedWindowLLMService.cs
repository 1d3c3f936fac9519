using JobWise.Llm.Proofs.Simulation.Provider;
using JobWise.Llm.Proofs.Simulation.Time;

namespace JobWise.Llm.Proofs.Simulation.Subjects;

/// <summary>
/// The rate limit handler of the design that the project started from, by its description: requests and tokens are counted up front in a window
/// of 60 s that begins with the first call after the last one has ended; a call that does not fit sleeps until the end of the window and looks again.
/// </summary>
internal sealed class FixedWindowLLMService(ILLMService innerService, SimulatedLimits limits, SimulatedClock clock) : DelegatingLLMService(innerService)
{
    private static readonly TimeSpan Window = TimeSpan.FromSeconds(60);

    /// <summary>A window ends after, not at, 60 s: who sleeps that long exactly must look once more.</summary>
    private static readonly TimeSpan ShortestSleep = TimeSpan.FromMilliseconds(1);

    private TimeSpan _windowStart = TimeSpan.MinValue;
    private long _requests;
    private long _tokens;

    public override async Task<LLMResponse> GenerateAsync(LLMRequest request, CancellationToken cancellationToken = default)
    {
        var tokens = TokensOf(request);
        while (!Fits(tokens))
        {
            var sleep = Window - (clock.Elapsed - _windowStart);
            await clock.WaitAsync(sleep > ShortestSleep ? sleep : ShortestSleep, cancellationToken);
        }

        _requests++;
        _tokens += tokens;
        return await InnerService.GenerateAsync(request, cancellationToken);
    }

    private static int TokensOf(LLMRequest request) => (request.Prompt!.Length / 4) + (request.MaxTokens ?? 0);

    private bool Fits(int tokens)
    {
        if (_windowStart == TimeSpan.MinValue || clock.Elapsed - _windowStart > Window)
        {
            (_windowStart, _requests, _tokens) = (clock.Elapsed, 0, 0);
        }

        return _requests < (limits.RequestsPerMinute ?? int.MaxValue) && _tokens + tokens <= (limits.TokensPerMinute ?? int.MaxValue);
    }
}
