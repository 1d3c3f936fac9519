using FsCheck;
using FsCheck.Fluent;

namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>What must hold for every course of events, tried on random ones in virtual time.</summary>
public sealed class RateLimiterPropertyTests
{
    private const long Minute = TimeSpan.TicksPerMinute;
    private const LLMRateLimitKind Tpm = LLMRateLimitKind.TokensPerMinute;
    private static readonly (LLMRateLimitKind Kind, long Limit)[] AllKinds =
    [
        (LLMRateLimitKind.RequestsPerMinute, 12), (LLMRateLimitKind.RequestsPerDay, 90), (Tpm, 1_000), (LLMRateLimitKind.TokensPerDay, 20_000),
        (LLMRateLimitKind.InputTokensPerMinute, 800), (LLMRateLimitKind.OutputTokensPerMinute, 500),
    ];

    private static readonly Config Thorough = Config.QuickThrowOnFailure.WithMaxTest(1_000).WithEndSize(150);

    private static readonly Config Quick = Config.QuickThrowOnFailure.WithMaxTest(300).WithEndSize(120);

    [Fact]
    public void Strict_grants_never_exceed_a_limit_in_any_window() => Check.One(Thorough, Prop.ForAll(Traces(), trace =>
    {
        using var test = new LimiterUnderTest(LLMRateLimitMode.Strict, AllKinds);
        var grants = Replay(test, trace);

        Assert.All(AllKinds, limit => AssertWindows(grants, limit.Kind, limit.Limit));
    }));

    [Fact]
    public void Strict_grants_never_exceed_what_is_left_after_settlements() => Check.One(Thorough, Prop.ForAll(Traces(), trace =>
    {
        using var test = new LimiterUnderTest(LLMRateLimitMode.Strict, AllKinds);
        var grants = Replay(test, trace, settle: true);

        Assert.All(AllKinds, limit => AssertWindows(grants, limit.Kind, limit.Limit));
    }));

    [Fact]
    public void Mirror_is_the_providers_own_bucket() => Check.One(Thorough, Prop.ForAll(Traces(), trace =>
    {
        using var test = new LimiterUnderTest(LLMRateLimitMode.Mirror, (Tpm, 1_000));
        var provider = new ReferenceBucket(1_000, TimeSpan.FromMinutes(1));

        foreach (var (ask, pause) in trace)
        {
            var expected = provider.WaitFor(ask.PromptTokens);
            Assert.InRange((test.WaitFor(ask.PromptTokens)!.Value - expected).Ticks, 0, 1);
            test.Clock.Advance(expected + TimeSpan.FromTicks(1));
            test.Take(ask.PromptTokens);
            provider.Take(ask.PromptTokens, expected + TimeSpan.FromTicks(1));
            test.Clock.Advance(pause);
            provider.Take(0, pause);
        }
    }));

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror)]
    [InlineData(LLMRateLimitMode.Strict)]
    public void Saturated_lane_grants_at_least_99_percent_of_its_limit(LLMRateLimitMode mode)
    {
        using var test = LimiterUnderTest.Tokens(10_000, mode);
        var granted = 0L;
        for (var i = 0; i < 3_000; i++)
        {
            _ = Count();
        }

        async Task Count()
        {
            var reservation = await test.Limiter.ReserveAsync(LimiterUnderTest.Ask(97), LimiterUnderTest.Long, default).ConfigureAwait(false);
            granted += reservation.PromptTokens;
        }

        test.Clock.Advance(TimeSpan.FromMinutes(20) - TimeSpan.FromTicks(1));

        Assert.InRange(granted, 20 * 10_000 * 0.99, mode == LLMRateLimitMode.Strict ? 20 * 10_000 : 21 * 10_000);
    }

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror)]
    [InlineData(LLMRateLimitMode.Strict)]
    public void Waiters_leave_by_priority_and_then_in_order(LLMRateLimitMode mode) => Check.One(Quick, Prop.ForAll(Traces(), trace =>
    {
        using var test = new LimiterUnderTest(mode, AllKinds[0], AllKinds[2]);
        test.Take(800, 200);
        var left = new List<(int Index, int Priority)>();
        for (var i = 0; i < trace.Length; i++)
        {
            _ = WaitAsync(i, trace[i].Ask with { Priority = trace[i].Ask.PromptTokens % 3 == 0 ? 1 : 0 });
        }

        test.Clock.Advance(TimeSpan.FromHours(12));

        Assert.Equal(trace.Length, left.Count);
        Assert.Equal(left.OrderByDescending(call => call.Priority).ThenBy(call => call.Index), left);

        async Task WaitAsync(int index, RateLimitAsk ask)
        {
            await test.Limiter.ReserveAsync(ask, LimiterUnderTest.Long, default).ConfigureAwait(false);
            left.Add((index, ask.Priority));
        }
    }));

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror)]
    [InlineData(LLMRateLimitMode.Strict)]
    public void Forecast_is_kept_to_the_tick_while_nobody_overtakes(LLMRateLimitMode mode) => Check.One(Quick, Prop.ForAll(Traces(), trace =>
    {
        using var test = new LimiterUnderTest(mode, AllKinds);
        var missed = new List<TimeSpan>();
        foreach (var (ask, pause) in trace.Take(60))
        {
            _ = WaitAsync(ask);
            test.Clock.Advance(pause);
        }

        test.Clock.Advance(TimeSpan.FromDays(3));

        Assert.Equal(Math.Min(60, trace.Length), missed.Count);
        Assert.All(missed, late => Assert.Equal(TimeSpan.Zero, late));

        async Task WaitAsync(RateLimitAsk ask)
        {
            var told = test.Limiter.WaitFor(ask)!.Value;
            var start = test.Clock.GetTimestamp();
            await test.Limiter.ReserveAsync(ask, LimiterUnderTest.Long, default).ConfigureAwait(false);
            missed.Add(test.Clock.GetElapsedTime(start) - told);
        }
    }));

    [Theory]
    [InlineData(LLMRateLimitMode.Mirror)]
    [InlineData(LLMRateLimitMode.Strict)]
    public void Nothing_is_lost_whatever_becomes_of_the_calls(LLMRateLimitMode mode) => Check.One(Quick, Prop.ForAll(Traces(), trace =>
    {
        using var test = new LimiterUnderTest(mode, AllKinds);
        var gone = 0L;
        foreach (var (ask, pause) in trace)
        {
            using var cancel = new CancellationTokenSource();
            _ = UseAsync(ask, cancel.Token);
            test.Clock.Advance(pause);
            if (ask.PromptTokens % 5 == 0)
            {
                cancel.Cancel();
            }
        }

        test.Clock.Advance(TimeSpan.FromDays(5));

        Assert.Equal((0, trace.Length), (test.Limiter.Totals.Held, gone));
        Assert.All(AllKinds, limit => Assert.Equal(0, test.Limiter.UsedOf(limit.Kind)));
        Assert.Empty(test.Clock.PendingTimers);

        async Task UseAsync(RateLimitAsk ask, CancellationToken cancellationToken)
        {
            try
            {
                End(await test.Limiter.ReserveAsync(ask, TimeSpan.FromDays(4), cancellationToken).ConfigureAwait(false), ask);
            }
            catch (OperationCanceledException)
            {
            }

            gone++;
        }
    }));

    private static void End(RateLimitReservation reservation, RateLimitAsk ask)
    {
        switch (ask.PromptTokens % 7)
        {
            case 0: reservation.Dispose(); break;
            case 1: reservation.Cancel(); break;
            case 2: reservation.Fail(Some.RateLimit(1)); break;
            case 3: reservation.Fail(Some.ServerError); break;
            case 4: reservation.Settle(null, null); break;
            default: reservation.Settle(LimiterUnderTest.Usage(ask.PromptTokens + 9, ask.OutputTokens / 2, ask.PromptTokens / 3), null); break;
        }

        reservation.Settle(LimiterUnderTest.Usage(100, 100), null);
    }

    /// <summary>Lets the calls come one after the other; each entry is what one granted call has taken in the end, and when.</summary>
    private static List<(long At, RateLimitAsk Ask)> Replay(LimiterUnderTest test, (RateLimitAsk Ask, TimeSpan Pause)[] trace, bool settle = false)
    {
        var start = test.Clock.GetTimestamp();
        var grants = new List<(long At, RateLimitAsk Ask)>();
        foreach (var (ask, pause) in trace)
        {
            _ = GrantAsync(ask);
            test.Clock.Advance(pause);
        }

        test.Clock.Advance(TimeSpan.FromMinutes(30));
        return grants;

        async Task GrantAsync(RateLimitAsk ask)
        {
            using var reservation = await test.Limiter.ReserveAsync(ask, LimiterUnderTest.Long, default).ConfigureAwait(false);
            var used = settle ? ask with { PromptTokens = ask.PromptTokens / 2, OutputTokens = ask.OutputTokens / 3 } : ask;
            grants.Add((test.Clock.GetTimestamp() - start, used));
            reservation.Settle(LimiterUnderTest.Usage(used.PromptTokens, used.OutputTokens), null);
        }
    }

    private static void AssertWindows(List<(long At, RateLimitAsk Ask)> grants, LLMRateLimitKind kind, long limit)
    {
        var window = RateLimitKinds.TicksOf(kind);
        var (first, sum) = (0, 0L);
        for (var last = 0; last < grants.Count; last++)
        {
            sum += grants[last].Ask.AmountOf(kind);
            for (; grants[first].At + window <= grants[last].At; first++)
            {
                sum -= grants[first].Ask.AmountOf(kind);
            }

            Assert.InRange(sum, 0, limit);
        }
    }

    private static Arbitrary<(RateLimitAsk Ask, TimeSpan Pause)[]> Traces()
    {
        var ask = from prompt in Gen.Choose(0, 800)
                  from output in Gen.Choose(0, Math.Min(500, 1_000 - prompt))
                  select new RateLimitAsk { PromptTokens = prompt, OutputTokens = output };
        var pause = Gen.OneOf(Gen.Constant(0L), Gen.Choose(1, 100_000).Select(ticks => (long)ticks), Gen.Choose(1, 90_000).Select(ms => ms * TimeSpan.TicksPerMillisecond));
        return (from one in ask from wait in pause select (one, TimeSpan.FromTicks(wait))).ArrayOf().ToArbitrary();
    }
}
