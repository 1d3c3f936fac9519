using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>A limiter in virtual time, with the little that most tests need around it.</summary>
internal sealed class LimiterUnderTest : IDisposable
{
    public static readonly TimeSpan Long = TimeSpan.FromDays(3);

    public LimiterUnderTest(LLMRateLimitMode mode = LLMRateLimitMode.Mirror, params (LLMRateLimitKind Kind, long Limit)[] limits)
    {
        Limiter = new RateLimiter(new LimitedLane("groq", "groq", "openai/gpt-oss-120b"), Clock);
        Limiter.Apply(Settings(mode, limits));
    }

    public TwoClockTimeProvider Clock { get; } = new();

    public RateLimiter Limiter { get; }

    /// <summary>The calls in the order in which they were granted.</summary>
    public List<string> Granted { get; } = [];

    public static LimiterUnderTest Tokens(long limit, LLMRateLimitMode mode = LLMRateLimitMode.Mirror) => new(mode, (LLMRateLimitKind.TokensPerMinute, limit));

    public static RateLimitSettings Settings(LLMRateLimitMode mode, params (LLMRateLimitKind Kind, long Limit)[] limits)
    {
        var figures = new RateLimitFigures();
        foreach (var (kind, limit) in limits)
        {
            figures[kind] = limit;
        }

        return new RateLimitSettings { Mode = mode, Configured = figures, Vendor = new RateLimitVendor { CountsOutputCap = true } };
    }

    public static RateLimitAsk Ask(int tokens, int priority = 0) => new() { PromptTokens = tokens, Priority = priority };

    public static LLMUsage Usage(int prompt, int completion, int? cached = null) =>
        new() { PromptTokens = prompt, CompletionTokens = completion, CachedTokens = cached };

    /// <summary>Takes what there must be room for.</summary>
    public RateLimitReservation Take(int prompt, int output = 0)
    {
        var pending = Limiter.ReserveAsync(new RateLimitAsk { PromptTokens = prompt, OutputTokens = output }, TimeSpan.Zero, CancellationToken.None).AsTask();
        Assert.True(pending.IsCompletedSuccessfully, "There was no room.");
        return pending.GetAwaiter().GetResult();
    }

    /// <summary>Asks, and notes the name when the ask is granted.</summary>
    public async Task<RateLimitReservation> TakeAsync(
        string name, int tokens, int priority = 0, TimeSpan? longestWait = null, CancellationToken cancellationToken = default)
    {
        var reservation = await Limiter.ReserveAsync(Ask(tokens, priority), longestWait ?? Long, cancellationToken).ConfigureAwait(false);
        Granted.Add(name);
        return reservation;
    }

    public TimeSpan? WaitFor(int tokens) => Limiter.WaitFor(Ask(tokens));

    public void Dispose() => Limiter.Dispose();
}
