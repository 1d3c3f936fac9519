using System.Globalization;

namespace JobWise.Llm.OpenAICompatible.Tests.Errors;

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
    [InlineData(429, "insufficient_quota", typeof(LLMQuotaException))]
    [InlineData(429, "credit_balance_exhausted", typeof(LLMQuotaException))]
    [InlineData(429, "organization_spend_limit_exceeded", typeof(LLMQuotaException))]
    [InlineData(429, "project_spend_limit_exceeded", typeof(LLMQuotaException))]
    [InlineData(429, "organization_usage_limit_exceeded", typeof(LLMQuotaException))]
    [InlineData(429, "rate_limit_exceeded", typeof(LLMRateLimitException))]
    [InlineData(429, "slow_down", typeof(LLMRateLimitException))]
    [InlineData(503, "slow_down", typeof(LLMRateLimitException))]
    [InlineData(413, "rate_limit_exceeded", typeof(LLMContextLengthException))]
    [InlineData(498, "capacity_exceeded", typeof(LLMRateLimitException))]
    [InlineData(400, "context_length_exceeded", typeof(LLMContextLengthException))]
    [InlineData(400, "json_validate_failed", typeof(LLMInvalidResponseException))]
    [InlineData(400, "tool_use_failed", typeof(LLMInvalidResponseException))]
    [InlineData(400, "model_decommissioned", typeof(LLMModelNotFoundException))]
    [InlineData(404, "model_not_found", typeof(LLMModelNotFoundException))]
    [InlineData(400, "organization_restricted", typeof(LLMPermissionException))]
    [InlineData(400, "content_filter", typeof(LLMContentPolicyException))]
    [InlineData(401, "invalid_api_key", typeof(LLMAuthenticationException))]
    [InlineData(400, "something_new", typeof(LLMInvalidRequestException))]
    [InlineData(529, "overloaded_error", typeof(LLMRateLimitException))]
    public async Task Code_goes_before_status(int status, string code, Type expected)
    {
        using var server = Some.Server($$$"""{"error":{"message":"Some words.","type":"t","code":"{{{code}}}"}}""", status);

        var error = await Some.FailureOf(server);

        Assert.IsType(expected, error);
        Assert.Equal(code, error.ProviderCode);
    }

    [Theory]
    [InlineData(429, """{"error":{"message":"You ran out","type":"insufficient_quota","code":null}}""", typeof(LLMQuotaException))]
    [InlineData(400, """{"object":"error","message":"This model's maximum context length is 4096 tokens","type":"BadRequestError","code":400}""", typeof(LLMContextLengthException))]
    [InlineData(404, """{"error":{"message":"model 'x' not found, try pulling it first"}}""", typeof(LLMModelNotFoundException))]
    [InlineData(404, """{"detail":"Not Found"}""", typeof(LLMInvalidRequestException))]
    [InlineData(422, """{"detail":[{"loc":["body"],"msg":"field required"}]}""", typeof(LLMInvalidRequestException))]
    [InlineData(400, """{"error":{"message":"Generated JSON does not match the expected schema. Please adjust your prompt."}}""", typeof(LLMInvalidResponseException))]
    [InlineData(400, """{"error":{"message":"The engine is currently overloaded","type":"invalid_request_error"}}""", typeof(LLMServerException))]
    [InlineData(503, """{"error":{"code":503,"message":"Loading model","type":"unavailable_error"}}""", typeof(LLMServerException))]
    [InlineData(403, "<html><title>Attention Required! | Cloudflare</title></html>", typeof(LLMPermissionException))]
    [InlineData(502, "<html>Bad gateway</html>", typeof(LLMServerException))]
    [InlineData(400, """[{"error":{"code":400,"message":"API key not valid","status":"INVALID_ARGUMENT"}}]""", typeof(LLMInvalidRequestException))]
    public async Task Body_of_any_form_is_classified(int status, string body, Type expected)
    {
        using var server = Some.Server(body, status);

        var error = await Some.FailureOf(server);

        Assert.IsType(expected, error);
    }

    [Theory]
    [InlineData("true", 400, true)]
    [InlineData("false", 503, false)]
    [InlineData("perhaps", 503, true)]
    public async Task Header_x_should_retry_goes_before_the_kind(string header, int status, bool isTransient)
    {
        using var server = Some.Server("{}", status, headers: [("x-should-retry", header)]);

        var error = await Some.FailureOf(server);

        Assert.Equal(isTransient, error.IsTransient);
    }

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

    [Theory]
    [InlineData("""{"error":{"code":"insufficient_quota"}}""", 429, typeof(LLMQuotaException))]
    [InlineData("""{"error":{"code":"json_validate_failed","failed_generation":"{"}}""", 400, typeof(LLMInvalidResponseException))]
    public async Task GenerateAsync_word_for_a_retry_is_not_taken_where_none_can_help(string body, int status, Type expected)
    {
        using var server = Some.Server(body, status, headers: [("x-should-retry", "true")]);

        var error = await Some.FailureOf(server);

        Assert.IsType(expected, error);
        Assert.False(error.IsTransient);
    }
}
