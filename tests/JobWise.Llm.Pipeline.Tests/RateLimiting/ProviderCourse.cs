namespace JobWise.Llm.Pipeline.Tests.RateLimiting;

/// <summary>Many calls against a <see cref="RefillingProvider"/>: latencies differ, answers take their time, refused calls come again.</summary>
internal sealed class ProviderCourse : IDisposable
{
    private readonly LimiterUnderTest _test;
    private readonly long _start;

    private ProviderCourse(int limit)
    {
        _test = LimiterUnderTest.Tokens(limit);
        _start = _test.Clock.GetTimestamp();
        Provider = new RefillingProvider(_test.Clock, limit);
    }

    public RefillingProvider Provider { get; }

    public int Done { get; private set; }

    public int Refused { get; private set; }

    public TimeSpan Duration { get; private set; }

    /// <param name="limit">Tokens per minute.</param>
    /// <param name="calls">All ready at once.</param>
    /// <param name="foreign">What another program takes every minute, in sixty pieces.</param>
    public static ProviderCourse Run(int limit, int calls, int foreign)
    {
        var course = new ProviderCourse(limit);
        for (var call = 0; call < calls; call++)
        {
            _ = course.SendAsync(call);
        }

        for (var second = 0; second < 7_200 && course.Done < calls; second++)
        {
            _ = foreign == 0 ? default : course.Provider.Ask(foreign / 60);
            course._test.Clock.Advance(TimeSpan.FromSeconds(1));
        }

        return course;
    }

    public void Dispose() => _test.Dispose();

    private static RateLimitAsk Ask(int call) => new() { PromptTokens = 200 + (call * 37 % 400), OutputTokens = 100 + (call * 53 % 500) };

    /// <summary>The first connections take longer than those that follow.</summary>
    private static TimeSpan Latency(int call) => TimeSpan.FromMilliseconds((call < 4 ? 300 : 40) + (call * 17 % 30));

    private async Task SendAsync(int call)
    {
        var reservation = await _test.Limiter.ReserveAsync(Ask(call), LimiterUnderTest.Long, default).ConfigureAwait(false);
        After(Latency(call), () => Arrive(call, reservation));
    }

    private void Arrive(int call, RateLimitReservation reservation)
    {
        var (headers, refusal) = Provider.Ask((int)Ask(call).Tokens);
        if (refusal is null)
        {
            After(TimeSpan.FromMilliseconds(500 + (call * 733 % 4_000)), () => Answer(call, reservation, headers));
            return;
        }

        Refused++;
        After(Latency(call), () =>
        {
            reservation.Fail(refusal);
            _ = SendAsync(call);
        });
    }

    private void Answer(int call, RateLimitReservation reservation, LLMRateLimitSnapshot headers)
    {
        var usage = LimiterUnderTest.Usage(Ask(call).PromptTokens, Ask(call).OutputTokens / (1 + (call % 4)));
        Provider.GiveBack(Ask(call).OutputTokens - usage.CompletionTokens!.Value);
        After(Latency(call), () =>
        {
            reservation.Settle(usage, headers);
            Done++;
            Duration = TimeSpan.FromTicks(_test.Clock.GetTimestamp() - _start);
        });
    }

    private void After(TimeSpan time, Action action)
    {
        ITimer? timer = null;
        timer = _test.Clock.CreateTimer(
            _ =>
            {
                timer!.Dispose();
                action();
            },
            null,
            time,
            Timeout.InfiniteTimeSpan);
    }
}
