using FsCheck;
using FsCheck.Fluent;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>One call: what each lane does send after send, under which options, with which chance, and when the caller cancels.</summary>
internal sealed record RetryCase(RetryOutcome[][] Scripts, LLMRetryOptions Retry, int MostSends, TimeSpan Timeout, int Seed, bool IsStream, TimeSpan? CancelAt)
{
    private static readonly Gen<TimeSpan> Delay = Milliseconds(0, 5_000);

    public static Gen<RetryCase> Any { get; } =
        from lanes in Gen.Choose(1, 3)
        from scripts in Outcome().ArrayOf(12).ArrayOf(lanes)
        from retry in Options()
        from mostSends in Gen.Frequency((3, Gen.Constant(4)), (1, Gen.Choose(1, 20)))
        from timeout in Gen.Frequency((2, Gen.Constant(TimeSpan.FromSeconds(60))), (1, Milliseconds(500, 200_000)))
        from seed in Gen.Choose(0, int.MaxValue - 1)
        from isStream in Gen.Elements(true, false)
        from cancelAt in Gen.Frequency((3, Gen.Constant<TimeSpan?>(null)), (1, Milliseconds(0, 20_000).Select(at => (TimeSpan?)at)))
        select new RetryCase(scripts, retry, mostSends, timeout, seed, isStream, cancelAt);

    public override string ToString() => $"MaxAttempts {Retry.MaxAttempts}, MostSends {MostSends}, Timeout {Timeout}, stream {IsStream}, cancel {CancelAt}, seed {Seed}";

    private static Gen<RetryOutcome> Outcome() =>
        from kind in Gen.Frequency(
            (1, Gen.Constant(RetryOutcomeKind.Answer)),
            (5, Gen.Elements(RetryOutcomeKind.ServerError, RetryOutcomeKind.Connection, RetryOutcomeKind.RateLimit)),
            (1, Gen.Elements(RetryOutcomeKind.BreaksLater, RetryOutcomeKind.Hang)),
            (4, Gen.Elements(Enum.GetValues<RetryOutcomeKind>())))
        from after in Gen.Frequency((1, Gen.Constant(TimeSpan.Zero)), (3, Delay))
        from hint in Gen.Frequency((2, Gen.Constant<TimeSpan?>(null)), (1, Milliseconds(0, 120_000).Select(at => (TimeSpan?)at)), (1, Milliseconds(0, 3_000).Select(at => (TimeSpan?)at)))
        select new RetryOutcome(kind, after, hint);

    private static Gen<LLMRetryOptions> Options() =>
        from attempts in Gen.Frequency((3, Gen.Constant(3)), (1, Gen.Choose(1, 10)))
        from start in Milliseconds(100, 5_000)
        from factor in Gen.Choose(10, 40)
        from more in Milliseconds(0, 30_000)
        from longest in Gen.Frequency((2, Gen.Constant(TimeSpan.FromSeconds(60))), (1, Milliseconds(0, 120_000)))
        select new LLMRetryOptions
        {
            MaxAttempts = attempts,
            BaseDelay = start,
            Factor = factor / 10.0,
            MaxDelay = start + more,
            MaxRetryAfter = longest,
        };

    private static Gen<TimeSpan> Milliseconds(int least, int most) => Gen.Choose(least, most).Select(value => TimeSpan.FromMilliseconds(value));
}
