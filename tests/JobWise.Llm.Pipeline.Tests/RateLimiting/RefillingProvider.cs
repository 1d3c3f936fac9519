using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>
/// A provider that keeps the bucket of <see cref="ReferenceBucket"/>: it counts prompt and cap when a request comes, gives the unused part
/// back when the answer is done, and writes its headers when it admits.
/// </summary>
internal sealed class RefillingProvider(TwoClockTimeProvider clock, int limit)
{
    private readonly ReferenceBucket _bucket = new(limit, TimeSpan.FromMinutes(1));
    private long _at = clock.GetTimestamp();

    public int Admitted { get; private set; }

    public long TokensKept { get; private set; }

    /// <summary>The headers of an admission, or the refusal.</summary>
    public (LLMRateLimitSnapshot Headers, LLMRateLimitException? Refusal) Ask(int tokens)
    {
        Advance();
        var wait = _bucket.WaitFor(tokens);
        if (wait == TimeSpan.Zero)
        {
            _bucket.Take(tokens, TimeSpan.Zero);
            Admitted++;
            TokensKept += tokens;
            return (Headers(), null);
        }

        var excess = new LLMRateLimitExcess { Kind = LLMRateLimitKind.TokensPerMinute, Limit = limit, Used = (long)_bucket.Used, Requested = tokens };
        return (Headers(), new LLMRateLimitException(
            "Refused.", new LLMErrorDetails { RetryAfter = wait + TimeSpan.FromTicks(1), RateLimits = Headers(), RateLimitExcess = excess }));
    }

    public void GiveBack(int tokens)
    {
        Advance();
        _bucket.Return(tokens);
        TokensKept -= tokens;
    }

    private void Advance()
    {
        _bucket.Take(0, TimeSpan.FromTicks(clock.GetTimestamp() - _at));
        _at = clock.GetTimestamp();
    }

    private LLMRateLimitSnapshot Headers() =>
        new() { TokenLimit = limit, TokensRemaining = (long)(limit - _bucket.Used), TokenWindow = TimeSpan.FromMinutes(1) };
}
