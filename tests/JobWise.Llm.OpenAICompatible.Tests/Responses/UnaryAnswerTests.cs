using System.IO.Compression;
using System.Net;
using System.Text;
using RichardSzalay.MockHttp;

namespace JobWise.Llm.OpenAICompatible.Tests.Responses;

public sealed class UnaryAnswerTests
{
    [Theory]
    [InlineData("", "openai_compatible: The answer is empty.")]
    [InlineData("<html>nginx</html>", "openai_compatible: The answer is an HTML or XML page, not JSON. Check BaseUrl and any proxy on the way.")]
    [InlineData("{\"id\":\"x\"}", "openai_compatible: The answer has no choices, so it holds no text.")]
    [InlineData("{\"choices\":[]}", "openai_compatible: The answer has no choices, so it holds no text.")]
    [InlineData("[]", "openai_compatible: The answer is JSON, but not an object.")]
    [InlineData("{\"choices\":", "openai_compatible: The answer is not valid JSON (line 0, byte 11).")]
    public async Task GenerateAsync_what_is_no_answer_is_an_invalid_response(string body, string message)
    {
        using var server = Some.Server(body);

        var error = await Some.FailureOf(server);

        Assert.IsType<LLMInvalidResponseException>(error);
        Assert.Equal((message, 200), (error.Message, error.StatusCode));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html>nginx</html>")]
    [InlineData("{\"choices\":")]
    public async Task GenerateAsync_what_is_no_answer_may_be_asked_for_again(string body)
    {
        using var server = Some.Server(body);

        var error = await Some.FailureOf(server);

        Assert.True(error.IsTransient);
    }

    [Fact]
    public async Task GenerateAsync_answer_beyond_its_cap_is_not_asked_for_again()
    {
        using var server = Some.Server(new string(' ', 2000));
        var options = Some.Options();
        options.MaxResponseBytes = 1024;

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(() => Some.Service(server, options).GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.False(error.IsTransient);
    }

    [Theory]
    [InlineData("\"\"")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("false")]
    public async Task GenerateAsync_empty_error_beside_an_answer_is_none(string error)
    {
        using var server = Some.Server("{\"error\":" + error + "," + Some.Answer.Trim()[1..]);

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal("Hello, world", response.Text);
    }

    [Fact]
    public async Task GenerateAsync_error_inside_a_good_status_is_the_error_it_stands_for()
    {
        using var server = Some.Server("""{"error":{"message":"Slow down","code":"rate_limit_exceeded"}}""");

        var error = await Some.FailureOf(server);

        Assert.IsType<LLMRateLimitException>(error);
        Assert.Equal("rate_limit_exceeded", error.ProviderCode);
    }

    [Fact]
    public async Task GenerateAsync_refusal_is_text_and_a_content_filter()
    {
        using var server = Some.Server("""{"choices":[{"message":{"content":null,"refusal":"I cannot."},"finish_reason":"stop"}]}""");

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(("I cannot.", LLMFinishReason.ContentFilter), (response.Text, response.FinishReason));
    }

    [Theory]
    [InlineData("\"length\"", "length")]
    [InlineData("\"max_tokens\"", "length")]
    [InlineData("\"function_call\"", "tool_calls")]
    [InlineData("\"brand_new\"", "brand_new")]
    [InlineData("\"\"", "unknown")]
    [InlineData("null", "unknown")]
    public async Task GenerateAsync_finish_reason_never_throws(string sent, string expected)
    {
        using var server = Some.Server($$$"""{"choices":[{"message":{"content":"x"},"finish_reason":{{{sent}}}}]}""");

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(expected, response.FinishReason.Value);
    }

    [Fact]
    public async Task GenerateAsync_body_over_the_cap_is_refused()
    {
        using var server = Some.Server("{\"id\":\"" + new string('x', 5000) + "\"}");
        var options = Some.Options();
        options.MaxResponseBytes = 4096;

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => Some.Service(server, options).GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.Equal(
            "local: The answer is larger than 4096 bytes. Raise MaxResponseBytes if this size is expected.", error.Message);
    }

    [Fact]
    public async Task GenerateAsync_compressed_body_counts_decoded_bytes()
    {
        using var server = Zipped(new string(' ', 100_000) + Some.Answer);
        var options = Some.Options();
        options.MaxResponseBytes = 50_000;

        await Assert.ThrowsAsync<LLMInvalidResponseException>(() => Some.Service(server, options).GenerateAsync(LLMRequest.FromPrompt("Hi")));
    }

    [Fact]
    public async Task GenerateAsync_compressed_body_is_read()
    {
        using var server = Zipped(Some.Answer);

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal("Hello, world", response.Text);
    }

    [Fact]
    public async Task GenerateAsync_reads_the_limits()
    {
        using var server = Some.Server(Some.Answer, headers:
        [
            ("x-ratelimit-limit-requests", "14400"), ("x-ratelimit-remaining-requests", "14399"), ("x-ratelimit-reset-requests", "6s"),
            ("x-ratelimit-limit-tokens", "-1"), ("x-ratelimit-remaining-tokens", "5843"), ("x-ratelimit-reset-tokens", "1.57s"),
        ]);

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(
            new LLMRateLimitSnapshot
            {
                RequestLimit = 14400,
                RequestsRemaining = 14399,
                RequestsResetAfter = TimeSpan.FromSeconds(6),
                TokensRemaining = 5843,
                TokensResetAfter = TimeSpan.FromSeconds(1.57),
            },
            response.RateLimits);
    }

    private static MockHttpMessageHandler Zipped(string body)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionMode.Compress, leaveOpen: true))
        {
            gzip.Write(Encoding.UTF8.GetBytes(body));
        }

        var server = new MockHttpMessageHandler();
        server.When("*").Respond(_ =>
        {
            var response = new HttpResponseMessage(HttpStatusCode.OK) { Content = new ByteArrayContent(zipped.ToArray()) };
            response.Content.Headers.ContentEncoding.Add("gzip");
            return response;
        });
        return server;
    }
}
