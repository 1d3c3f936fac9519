using System.Globalization;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Anthropic.Tests.Errors;

public sealed class ErrorTableTests
{
    private static readonly int[] Transient = [408, 409, 425, 429, 498, 529];

    public static TheoryData<int> AllStatuses => [.. Enumerable.Range(300, 300)];

    [Theory]
    [MemberData(nameof(AllStatuses))]
    public async Task Status_without_a_body_is_classified(int status)
    {
        using var server = Some.Server(string.Empty, status);

        var error = await Some.FailureOf(server);

        Assert.Equal(status, error.StatusCode);
        Assert.IsType(Expected(status), error);
        Assert.Equal(Transient.Contains(status) || status is >= 500 and not (501 or 505), error.IsTransient);
    }

    [Theory]
    [InlineData(400, "invalid_request_error", "max_tokens: Field required", typeof(LLMInvalidRequestException), false)]
    [InlineData(400, "invalid_request_error", "Your credit balance is too low to access the Anthropic API.", typeof(LLMQuotaException), false)]
    [InlineData(400, "invalid_request_error", "You have reached your specified API usage limits. You will regain access on 2026-12-01 at 00:00 UTC.", typeof(LLMQuotaException), false)]
    [InlineData(400, "invalid_request_error", "You have reached your specified workspace API usage limits. You will regain access on 2026-12-01.", typeof(LLMQuotaException), false)]
    [InlineData(400, "invalid_request_error", "prompt is too long: 208310 tokens > 200000 maximum", typeof(LLMContextLengthException), false)]
    [InlineData(400, "invalid_request_error", "input length and `max_tokens` exceed context limit: 188240 + 21333 > 200000", typeof(LLMContextLengthException), false)]
    [InlineData(401, "authentication_error", "invalid x-api-key", typeof(LLMAuthenticationException), false)]
    [InlineData(402, "billing_error", "Check your billing.", typeof(LLMQuotaException), false)]
    [InlineData(403, "permission_error", "Not yours.", typeof(LLMPermissionException), false)]
    [InlineData(404, "not_found_error", "model: claude-nothing", typeof(LLMModelNotFoundException), false)]
    [InlineData(404, "not_found_error", "Not Found", typeof(LLMInvalidRequestException), false)]
    [InlineData(409, "invalid_request_error", "Conflict.", typeof(LLMServerException), true)]
    [InlineData(413, "request_too_large", "Request exceeds the maximum size", typeof(LLMContextLengthException), false)]
    [InlineData(413, "invalid_request_error", "Too large", typeof(LLMContextLengthException), false)]
    [InlineData(429, "rate_limit_error", "This request would exceed your rate limit.", typeof(LLMRateLimitException), true)]
    [InlineData(429, "rate_limit_error", "You have reached your API usage limits: your organization has crossed its threshold.", typeof(LLMQuotaException), false)]
    [InlineData(429, "billing_error", "Pay.", typeof(LLMQuotaException), false)]
    [InlineData(500, "api_error", "Internal server error", typeof(LLMServerException), true)]
    [InlineData(504, "timeout_error", "Request timed out", typeof(LLMServerException), true)]
    [InlineData(529, "overloaded_error", "Overloaded", typeof(LLMRateLimitException), true)]
    [InlineData(503, "brand_new_error", "?", typeof(LLMServerException), true)]
    public async Task Type_and_message_are_classified(int status, string type, string message, Type expected, bool isTransient)
    {
        using var server = Some.Server($$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}"},"request_id":"req_1"}""", status);

        var error = await Some.FailureOf(server);

        Assert.IsType(expected, error);
        Assert.Equal((type, "req_1", status, isTransient), (error.ProviderCode, error.RequestId, error.StatusCode, error.IsTransient));
    }

    [Fact]
    public async Task Spend_cap_of_the_tier_is_told_from_a_rate_limit_by_its_code()
    {
        using var server = Some.Server(
            """{"type":"error","error":{"type":"rate_limit_error","message":"Paused.","details":{"error_code":"enforced_spend_limit_reached"}},"request_id":"req_1"}""", 429);

        var error = await Some.FailureOf(server);

        Assert.IsType<LLMQuotaException>(error);
        Assert.Equal("enforced_spend_limit_reached", error.ProviderCode);
        Assert.Equal(
            "anthropic answered for the model 'claude-haiku-4-5' with HTTP 429 (enforced_spend_limit_reached): Paused. Waiting does not help: add credit or raise the limit of the account.",
            error.Message);
    }

    [Fact]
    public async Task Id_of_the_header_goes_before_that_of_the_body()
    {
        using var server = Some.Server("""{"error":{"type":"api_error","message":"x"},"request_id":"req_body"}""", 500, ("request-id", "req_header"));

        Assert.Equal("req_header", (await Some.FailureOf(server)).RequestId);
    }

    [Theory]
    [InlineData("12", 12)]
    [InlineData(null, 40)]
    public async Task Wait_comes_from_the_hint_or_from_the_limit_that_is_used_up(string? retryAfter, int seconds)
    {
        var time = new TwoClockTimeProvider();
        (string, string)[] limits =
        [
            ("anthropic-ratelimit-requests-remaining", "5"),
            ("anthropic-ratelimit-requests-reset", Reset(time, 55)),
            ("anthropic-ratelimit-output-tokens-remaining", "0"),
            ("anthropic-ratelimit-output-tokens-reset", Reset(time, 40)),
        ];
        using var server = Some.Server("""{"error":{"type":"rate_limit_error","message":"x"}}""", 429, retryAfter is null ? limits : [.. limits, ("retry-after", retryAfter)]);

        var error = await Some.FailureOf(server, time);

        Assert.Equal(TimeSpan.FromSeconds(seconds), error.RetryAfter);
    }

    [Fact]
    public async Task Limits_of_requests_and_all_kinds_of_tokens_are_read()
    {
        var time = new TwoClockTimeProvider();
        var headers = new[] { ("requests", 1), ("tokens", 2), ("input-tokens", 3), ("output-tokens", 4) }.SelectMany(limit => new[]
        {
            ($"anthropic-ratelimit-{limit.Item1}-limit", $"{limit.Item2}00"),
            ($"anthropic-ratelimit-{limit.Item1}-remaining", $"{limit.Item2}0"),
            ($"anthropic-ratelimit-{limit.Item1}-reset", Reset(time, limit.Item2)),
        });
        using var server = Some.Server(Some.Answer, headers: [.. headers]);

        var response = await Some.Service(server, time: time).GenerateAsync(Some.Request);

        Assert.Equal(
            new LLMRateLimitSnapshot
            {
                RequestLimit = 100,
                RequestsRemaining = 10,
                RequestsResetAfter = TimeSpan.FromSeconds(1),
                RequestWindow = TimeSpan.FromMinutes(1),
                TokenLimit = 200,
                TokensRemaining = 20,
                TokensResetAfter = TimeSpan.FromSeconds(2),
                TokenWindow = TimeSpan.FromMinutes(1),
                InputTokenLimit = 300,
                InputTokensRemaining = 30,
                InputTokensResetAfter = TimeSpan.FromSeconds(3),
                OutputTokenLimit = 400,
                OutputTokensRemaining = 40,
                OutputTokensResetAfter = TimeSpan.FromSeconds(4),
            },
            response.RateLimits);
    }

    private static string Reset(TimeProvider time, int seconds) => time.GetUtcNow().AddSeconds(seconds).ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    private static Type Expected(int status) => status.ToString(CultureInfo.InvariantCulture) switch
    {
        "401" => typeof(LLMAuthenticationException),
        "402" => typeof(LLMQuotaException),
        "403" => typeof(LLMPermissionException),
        "413" => typeof(LLMContextLengthException),
        "429" or "498" or "529" => typeof(LLMRateLimitException),
        "408" or "409" or "425" => typeof(LLMServerException),
        "501" or "505" => typeof(LLMInvalidRequestException),
        ['5', ..] => typeof(LLMServerException),
        _ => typeof(LLMInvalidRequestException),
    };
}
