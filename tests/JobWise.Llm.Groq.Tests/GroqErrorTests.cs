namespace JobWise.Llm.Groq.Tests;

public sealed class GroqErrorTests
{
    [Fact]
    public async Task Rate_limit_names_the_exact_wait_and_the_limits()
    {
        using var server = Some.Server(
            """{"error":{"message":"Rate limit reached for model `openai/gpt-oss-120b` on tokens per minute (TPM): Limit 8000, Used 7739, Requested 1108. Please try again in 6.3525s.","type":"tokens","code":"rate_limit_exceeded"}}""",
            429,
            ("x-ratelimit-limit-tokens", "8000"),
            ("x-request-id", "req_9"));

        var error = await Some.FailureOf<LLMRateLimitException>(server);

        Assert.Equal(TimeSpan.FromSeconds(6.3525), error.RetryAfter);
        Assert.Equal((8000, "req_9", "groq", "openai/gpt-oss-120b"), (error.RateLimits!.TokenLimit, error.RequestId, error.Provider, error.Model));
        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task Too_large_has_the_code_of_a_rate_limit_and_is_permanent()
    {
        using var server = Some.Server(
            """{"error":{"message":"Request too large for model `openai/gpt-oss-120b`: Limit 8000, Requested 32979. Please try again in 50.597s.","type":"tokens","code":"rate_limit_exceeded"}}""",
            413);

        var error = await Some.FailureOf<LLMContextLengthException>(server);

        Assert.False(error.IsTransient);
        Assert.Null(error.RetryAfter);
    }

    [Theory]
    [InlineData(
        "Rate limit reached for model `m` in organization `org_1` service tier `on_demand` on tokens per minute (TPM): Limit 8000, Used 7739, Requested 1108. Please try again in 6.3525s. Need more tokens? Upgrade today.",
        LLMRateLimitKind.TokensPerMinute, 8000L, 7739L, 1108L)]
    [InlineData("Over the limit on tokens per day (TPD): Limit 100000, Used 97050, Requested 3619. Please try again in 9m38.016s.", LLMRateLimitKind.TokensPerDay, 100000L, 97050L, 3619L)]
    [InlineData("Over the limit on requests per minute (RPM): Limit 30, Used 30, Requested 1. Please try again in 2s.", LLMRateLimitKind.RequestsPerMinute, 30L, 30L, 1L)]
    [InlineData("Over the limit on requests per day (RPD): Limit 1000, Used 1000, Requested 1.", LLMRateLimitKind.RequestsPerDay, 1000L, 1000L, 1L)]
    [InlineData("Over the limit on input tokens per minute (ITPM): Limit: 5000", LLMRateLimitKind.InputTokensPerMinute, 5000L, null, null)]
    [InlineData("Over the limit on output tokens per minute (OTPM): Limit 700, Used 9.", LLMRateLimitKind.OutputTokensPerMinute, 700L, 9L, null)]
    [InlineData("Over the limit: Limit 8000, Used 1.", LLMRateLimitKind.TokensPerMinute, 8000L, 1L, null)]
    public async Task Rate_limit_tells_which_limit_was_passed_and_by_how_much(string said, LLMRateLimitKind kind, long? limit, long? used, long? requested)
    {
        using var server = Some.Server($$$"""{"error":{"message":"{{{said}}}","type":"tokens","code":"rate_limit_exceeded"}}""", 429);

        var error = await Some.FailureOf<LLMRateLimitException>(server);

        Assert.Equal(new LLMRateLimitExcess { Kind = kind, Limit = limit, Used = used, Requested = requested }, error.Details.RateLimitExcess);
    }

    [Fact]
    public async Task Too_large_tells_the_limit_that_it_can_never_fit()
    {
        using var server = Some.Server(
            """{"error":{"message":"Request too large for model `m` on tokens per minute (TPM): Limit 8000, Requested 32979, please send less.","type":"tokens","code":"rate_limit_exceeded"}}""",
            413);

        var excess = (await Some.FailureOf<LLMContextLengthException>(server)).Details.RateLimitExcess!;

        Assert.Equal(new LLMRateLimitExcess { Kind = LLMRateLimitKind.TokensPerMinute, Limit = 8000, Requested = 32979 }, excess);
        Assert.Equal(TimeSpan.FromMinutes(1), excess.Window);
    }

    [Theory]
    [InlineData("Too many requests.", "requests")]
    [InlineData("Limit of 5 reached", "tokens")]
    [InlineData("Over the limit: Limit 8000, Used 1.", "other")]
    [InlineData("Over the limit (TPM): Limit 99999999999999999999", "tokens")]
    public async Task Rate_limit_without_figures_names_no_limit(string said, string type)
    {
        using var server = Some.Server($$$"""{"error":{"message":"{{{said}}}","type":"{{{type}}}","code":"rate_limit_exceeded"}}""", 429);

        Assert.Null((await Some.FailureOf<LLMRateLimitException>(server)).Details.RateLimitExcess);
    }

    [Theory]
    [InlineData("json_validate_failed", "{\\\"a\\\": 1", "{\"a\": 1")]
    [InlineData("tool_use_failed", "<function=x>", "<function=x>")]
    public async Task Refused_output_keeps_what_the_model_wrote(string code, string sent, string expected)
    {
        using var server = Some.Server(
            $$$"""{"error":{"message":"Failed","type":"invalid_request_error","code":"{{{code}}}","failed_generation":"{{{sent}}}"}}""", 400);

        var error = await Some.FailureOf<LLMInvalidResponseException>(server);

        Assert.Equal(expected, error.FailedGeneration);
        Assert.False(error.IsTransient);
    }

    [Theory]
    [InlineData(404, "model_not_found", "The model `llama-3.3-70b-versatile` does not exist or you do not have access to it.")]
    [InlineData(400, "model_decommissioned", "The model has been decommissioned.")]
    public async Task Retired_model_names_the_replacement(int status, string code, string said)
    {
        using var server = Some.Server($$$"""{"error":{"message":"{{{said}}}","type":"invalid_request_error","code":"{{{code}}}"}}""", status);

        var error = await Some.FailureOf<LLMModelNotFoundException>(server, model: "llama-3.3-70b-versatile");

        Assert.True(error.IsRetired);
        Assert.Equal("openai/gpt-oss-120b", error.Replacement);
        Assert.EndsWith(" Use 'openai/gpt-oss-120b' instead.", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Model_that_never_was_has_no_replacement()
    {
        using var server = Some.Server("""{"error":{"message":"Nope","code":"model_not_found"}}""", 404);

        var error = await Some.FailureOf<LLMModelNotFoundException>(server, model: "no-such-model");

        Assert.Equal((false, null), (error.IsRetired, error.Replacement));
    }

    [Fact]
    public async Task Refused_output_without_a_code_is_an_answer_that_may_be_asked_for_again()
    {
        using var server = Some.Server("""{"error":{"message":"Hallucinated output","type":"invalid_request_error"}}""", 422);

        var error = await Some.FailureOf<LLMInvalidResponseException>(server);

        Assert.Equal(422, error.StatusCode);
    }

    [Fact]
    public async Task Models_come_with_what_catalogue_and_price_book_know()
    {
        using var server = Some.Server("""{"object":"list","data":[{"id":"openai/gpt-oss-20b"},{"id":"llama-3.1-8b-instant"},{"id":"unheard-of"}]}""");

        var models = await Some.Service(server).GetAvailableModelsAsync();

        Assert.Equal([131072, 131072, null], models.Select(model => model.ContextWindow));
        Assert.Equal([0.075m, 0.05m, null], models.Select(model => model.Price?.Rates.Input));
        Assert.Equal([null, "openai/gpt-oss-20b", null], models.Select(model => model.Retirement?.Replacement));
    }

    [Fact]
    public async Task Flex_capacity_is_a_transient_rate_limit()
    {
        using var server = Some.Server("""{"error":{"message":"Over capacity","code":"capacity_exceeded"}}""", 498);

        Assert.True((await Some.FailureOf<LLMRateLimitException>(server)).IsTransient);
    }

    [Fact]
    public async Task Page_of_the_firewall_is_a_permission_error()
    {
        using var server = Some.Server("<!DOCTYPE html><title>Attention Required! | Cloudflare</title>", 403);

        var error = await Some.FailureOf<LLMPermissionException>(server);

        Assert.Equal("groq answered for the model 'openai/gpt-oss-120b' with HTTP 403.", error.Message);
    }
}
