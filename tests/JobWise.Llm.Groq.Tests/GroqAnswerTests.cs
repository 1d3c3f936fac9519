namespace JobWise.Llm.Groq.Tests;

public sealed class GroqAnswerTests
{
    private static readonly LLMUsage Usage = new()
    {
        PromptTokens = 80,
        CompletionTokens = 12,
        TotalTokens = 92,
        CachedTokens = 64,
        ReasoningTokens = 5,
        QueueTime = TimeSpan.FromSeconds(0.08),
        PromptTime = TimeSpan.FromSeconds(0.01),
        CompletionTime = TimeSpan.FromSeconds(0.5),
    };

    [Fact]
    public async Task GenerateAsync_answer_is_read_whole()
    {
        using var server = Some.Server(Some.Answer);

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(("Hello", "groq", "openai/gpt-oss-120b", "on_demand"), (response.Text, response.Provider, response.Model, response.ServiceTier));
        Assert.Equal("They greet.", response.Message.Parts.OfType<LLMReasoningPart>().Single().Text);
        Assert.Equal(Usage, response.Usage);
        Assert.Equal(("req_01", "chatcmpl-1"), (response.RequestId, response.ResponseId));
    }

    [Fact]
    public async Task GenerateStreamAsync_usage_of_the_last_chunk_is_taken()
    {
        using var server = Some.Server("""
            data: {"id":"c","model":"openai/gpt-oss-120b","choices":[{"index":0,"delta":{"role":"assistant","content":""},"finish_reason":null}],"x_groq":{"id":"req_02","seed":1}}

            data: {"id":"c","model":"openai/gpt-oss-120b","choices":[{"index":0,"delta":{"reasoning":"They greet."},"finish_reason":null}]}

            data: {"id":"c","model":"openai/gpt-oss-120b","choices":[{"index":0,"delta":{"content":"Hello"},"finish_reason":null}]}

            data: {"id":"c","model":"openai/gpt-oss-120b","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"x_groq":{"id":"req_02","usage":{"queue_time":0.08,"prompt_tokens":80,"prompt_time":0.01,"completion_tokens":12,"completion_time":0.5,"total_tokens":92,"prompt_tokens_details":{"cached_tokens":64},"completion_tokens_details":{"reasoning_tokens":5}}}}

            data: [DONE]


            """);

        var response = await Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync();

        Assert.Equal(("Hello", "req_02"), (response.Text, response.RequestId));
        Assert.Equal("They greet.", response.Message.Parts.OfType<LLMReasoningPart>().Single().Text);
        Assert.Equal(Usage, response.Usage);
    }

    [Fact]
    public async Task GenerateStreamAsync_counts_beside_the_choices_go_before_those_under_x_groq()
    {
        using var server = Some.Server("""
            data: {"choices":[{"index":0,"delta":{"content":"Hi"},"finish_reason":"stop"}],"usage":{"total_tokens":92},"x_groq":{"usage":{"total_tokens":1}}}

            data: [DONE]


            """);

        var response = await Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync();

        Assert.Equal(92, response.Usage!.TotalTokens);
    }

    [Fact]
    public async Task GenerateStreamAsync_failed_generation_in_an_error_event_is_kept()
    {
        using var server = Some.Server("""
            event: error
            data: {"error":{"message":"Failed to generate JSON","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"{\"a\":1","status_code":400}}


            """);

        var error = await Assert.ThrowsAsync<LLMInvalidResponseException>(
            () => Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync());

        Assert.Equal(("{\"a\":1", "json_validate_failed", 400), (error.FailedGeneration, error.ProviderCode, error.StatusCode));
    }

    [Fact]
    public async Task GenerateStreamAsync_x_groq_error_ends_the_stream_with_the_text_so_far()
    {
        using var server = Some.Server("""
            data: {"choices":[{"index":0,"delta":{"content":"Half"}}]}

            data: {"choices":[{"index":0,"delta":{},"finish_reason":null}],"x_groq":{"id":"req_03","error":"over capacity"}}


            """);

        var error = await Assert.ThrowsAsync<LLMServerException>(
            () => Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync());

        Assert.Equal(("Half", "req_03"), (error.PartialText, error.RequestId));
    }
}
