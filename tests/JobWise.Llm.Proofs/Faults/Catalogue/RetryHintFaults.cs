using System.Globalization;
using JobWise.Llm.Proofs.Faults.Wires;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>What a server says about when to come back, sense and nonsense.</summary>
internal static class RetryHintFaults
{
    private static readonly TimeSpan Shortest = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan TenHours = TimeSpan.FromHours(10);

    public static IEnumerable<Fault> All() => [.. Nonsense(), .. TooLong(), .. Exact(), .. Word()];

    private static IEnumerable<Fault> Nonsense() =>
    [
        Hint("retry-after-zero", "Retry-After: 0"),
        Hint("retry-after-past-date", "Retry-After: Wed, 21 Oct 2015 07:28:00 GMT"),
        Hint("retry-after-garbage", "Retry-After: soon, please"),
        Hint("retry-after-negative", "Retry-After: -5"),
        Hint("retry-after-beyond-double", "Retry-After: 1e400"),
        Hint("retry-after-nan", "Retry-After: NaN"),
        Hint("retry-after-empty", "Retry-After:"),
        Hint("retry-after-beyond-calendar", "Retry-After: 99999999999999"),
        Hint("retry-after-date-beyond-calendar", "Retry-After: Fri, 31 Dec 99999 23:59:59 GMT"),
        Hint("retry-after-ms-zero", "retry-after-ms: 0"),
        Hint("retry-after-ms-garbage", "retry-after-ms: ten"),
        Hint("retry-after-twice", "Retry-After: 0\r\nRetry-After: soon"),
    ];

    private static IEnumerable<Fault> TooLong() =>
    [
        Long("retry-after-ten-hours", 429, _ => "Retry-After: 36000"),
        Long("retry-after-date-in-ten-hours", 429, _ => "Retry-After: " + (TimeProvider.System.GetUtcNow() + TenHours).ToString("R", CultureInfo.InvariantCulture)),
        Long("retry-after-ten-hours-of-503", 503, _ => "Retry-After: 36000"),
        Long("retry-after-ms-of-ten-hours", 429, _ => "retry-after-ms: 36000000"),
        Long("limit-spent-for-ten-hours", 429, scene => string.Join("\r\n", scene.Wire.SpentUntil(TenHours))),
        new("retry-after-beyond-the-deadline", 30)
        {
            Play = scene => [scene.Fail(429, FaultError.RateLimit, "Retry-After: 10")],
            Expect = _ => FailsOnce<LLMRateLimitException>() with { RetryAfter = TimeSpan.FromSeconds(10), Within = TimeSpan.FromSeconds(1) },
        },
    ];

    private static IEnumerable<Fault> Exact() =>
    [
        Wait("retry-after-one-second", 1000, _ => "Retry-After: 1"),
        Wait("retry-after-half-a-second", 500, _ => "Retry-After: 0.5"),
        Wait("retry-after-ms-of-250", 250, _ => "retry-after-ms: 250"),
        Wait("retry-after-ms-before-retry-after", 250, _ => "Retry-After: 36000\r\nretry-after-ms: 250"),
        new("limit-spent-for-600-ms", 31)
        {
            Play = scene => [scene.Fail(429, FaultError.RateLimit, string.Join("\r\n", scene.Wire.SpentUntil(TimeSpan.FromMilliseconds(600)))), scene.Right()],
            Expect = scene => GivesAfterRetry(scene.Text) with { LeastGap = scene.Wire.SpentUntilIsAPoint ? Shortest : TimeSpan.FromMilliseconds(600) },
        },
        Wait("retry-after-of-503", 1000, _ => "Retry-After: 1", 503, FaultError.Server),
    ];

    private static IEnumerable<Fault> Word() =>
    [
        new("told-not-to-retry", 31) { Play = scene => [scene.Fail(500, FaultError.Server, "x-should-retry: false")], Expect = _ => FailsOnce<LLMServerException>() },
        new("told-to-retry", 31) { Play = scene => [scene.Fail(400, FaultError.InvalidRequest, "x-should-retry: true"), scene.Right()], Expect = scene => GivesAfterRetry(scene.Text) with { LeastGap = Shortest } },
        new("told-to-retry-in-garbage", 31) { Play = scene => [scene.Fail(400, FaultError.InvalidRequest, "x-should-retry: perhaps")], Expect = _ => FailsOnce<LLMInvalidRequestException>() },
    ];

    private static Fault Hint(string id, string header) => new(id, 29)
    {
        Play = scene => [scene.Fail(429, FaultError.RateLimit, header), scene.Right()],
        Expect = scene => GivesAfterRetry(scene.Text) with { LeastGap = Shortest },
    };

    private static Fault Long(string id, int status, Func<FaultScene, string> header) => new(id, 30, 31)
    {
        Play = scene => [scene.Fail(status, status == 429 ? FaultError.RateLimit : FaultError.Server, header(scene)), scene.Right()],
        Expect = _ => FailsOnce(status == 429 ? typeof(LLMRateLimitException) : typeof(LLMServerException)) with { RetryAfter = TenHours, Within = TimeSpan.FromSeconds(1) },
    };

    private static Fault Wait(string id, int milliseconds, Func<FaultScene, string> header, int status = 429, FaultError kind = FaultError.RateLimit) => new(id, 31)
    {
        Play = scene => [scene.Fail(status, kind, header(scene)), scene.Right()],
        Expect = scene => GivesAfterRetry(scene.Text) with { LeastGap = TimeSpan.FromMilliseconds(milliseconds) },
    };
}
