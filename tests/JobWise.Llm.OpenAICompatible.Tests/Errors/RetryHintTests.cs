namespace JobWise.Llm.OpenAICompatible.Tests.Errors;

public sealed class RetryHintTests
{
    // The fake wall clock stands at 2026-11-24 12:00:00 UTC.
    [Theory]
    [InlineData("retry-after-ms", "1500", 1.5)]
    [InlineData("retry-after-ms", "0.5", 0.0005)]
    [InlineData("retry-after", "7", 7.0)]
    [InlineData("retry-after", "7.66", 7.66)]
    [InlineData("retry-after", "2m59.56s", 179.56)]
    [InlineData("retry-after", "Tue, 24 Nov 2026 12:00:30 GMT", 30.0)]
    [InlineData("retry-after", "2026-11-24T12:01:00Z", 60.0)]
    [InlineData("retry-after", "36000", 36000.0)]
    [InlineData("retry-after", "0", null)]
    [InlineData("retry-after", "-5", null)]
    [InlineData("retry-after", "NaN", null)]
    [InlineData("retry-after", "Infinity", null)]
    [InlineData("retry-after", "1e400", null)]
    [InlineData("retry-after", "1e300", null)]
    [InlineData("retry-after", "99999999999999999999", null)]
    [InlineData("retry-after", "soon", null)]
    [InlineData("retry-after", "Tue, 24 Nov 2026 11:59:00 GMT", null)]
    [InlineData("retry-after", "Mon, 01 Jan 9999 00:00:00 GMT", null)]
    [InlineData("retry-after-ms", "-1", null)]
    [InlineData("retry-after-ms", "garbage", null)]
    public async Task RetryAfter_header_in_any_form(string name, string value, double? seconds)
    {
        using var server = Some.Server("{}", 429, headers: [(name, value)]);

        var error = await Some.FailureOf(server);

        Assert.Equal(seconds is { } expected ? new TimeSpan((long)Math.Round(expected * 10_000_000)) : null, error.RetryAfter);
    }

    [Fact]
    public async Task RetryAfter_milliseconds_go_before_seconds()
    {
        using var server = Some.Server("{}", 429, headers: [("retry-after", "7"), ("retry-after-ms", "250")]);

        Assert.Equal(TimeSpan.FromMilliseconds(250), (await Some.FailureOf(server)).RetryAfter);
    }

    [Theory]
    [InlineData("0", "9", "7.66s", "1m", "", 7.66)]
    [InlineData("9", "0", "7.66s", "1m", "", 60.0)]
    [InlineData("0", "0", "7.66s", "6m0s", "", 360.0)]
    [InlineData("9", "9", "172ms", "391ms", "requests", 0.172)]
    [InlineData("9", "9", "172ms", "391ms", "tokens", 0.391)]
    [InlineData("9", "9", "172ms", "391ms", "", null)]
    public async Task RetryAfter_comes_from_the_limit_that_is_used_up(
        string requestsLeft, string tokensLeft, string requestsReset, string tokensReset, string type, double? seconds)
    {
        using var server = Some.Server($$$"""{"error":{"message":"Full","type":"{{{type}}}"}}""", 429, headers:
        [
            ("x-ratelimit-remaining-requests", requestsLeft), ("x-ratelimit-reset-requests", requestsReset),
            ("x-ratelimit-remaining-tokens", tokensLeft), ("x-ratelimit-reset-tokens", tokensReset),
        ]);

        var error = await Some.FailureOf(server);

        Assert.Equal(seconds is { } expected ? new TimeSpan((long)Math.Round(expected * 10_000_000)) : null, error.RetryAfter);
    }

    [Theory]
    [InlineData("Limit 8000, Used 7739, Requested 1108. Please try again in 6.3525s. Need more tokens?", 6.3525)]
    [InlineData("Please try again in 9m38.016s.", 578.016)]
    [InlineData("Please try again in 172ms", 0.172)]
    [InlineData("Please try again in 20 seconds.", 20.0)]
    [InlineData("Please try again in 2 minutes", 120.0)]
    [InlineData("Please try again in a while", null)]
    [InlineData("Please try again in ", null)]
    [InlineData("Please try again in -3s", null)]
    public async Task RetryAfter_from_the_text_is_exact(string message, double? seconds)
    {
        using var server = Some.Server($$$"""{"error":{"message":"{{{message}}}"}}""", 429);

        var error = await Some.FailureOf(server);

        Assert.Equal(seconds is { } expected ? new TimeSpan((long)Math.Round(expected * 10_000_000)) : null, error.RetryAfter);
    }

    [Theory]
    [InlineData(503, true)]
    [InlineData(529, true)]
    [InlineData(413, false)]
    [InlineData(400, false)]
    public async Task RetryAfter_is_given_only_where_waiting_helps(int status, bool isGiven)
    {
        using var server = Some.Server("{}", status, headers: [("retry-after", "3")]);

        Assert.Equal(isGiven, (await Some.FailureOf(server)).RetryAfter is not null);
    }
}
