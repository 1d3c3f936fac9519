namespace JobWise.Llm.OpenAI.Tests;

public sealed class OpenAIAnswerTests
{
    [Fact]
    public async Task GenerateAsync_usage_has_cached_and_written_tokens()
    {
        using var server = Some.Server(Some.Answer);

        var response = await Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi"));

        Assert.Equal(
            new LLMUsage
            {
                PromptTokens = 2006,
                CompletionTokens = 300,
                TotalTokens = 2306,
                CachedTokens = 1920,
                CacheWriteTokens = 64,
                ReasoningTokens = 0,
            },
            response.Usage);
        Assert.Equal(("default", "gpt-4.1-mini-2025-04-14"), (response.ServiceTier, response.Model));
    }

    [Fact]
    public async Task GenerateStreamAsync_usage_comes_in_a_chunk_without_choices()
    {
        using var server = Some.Server("""
            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"role":"assistant","content":"Hel","refusal":null},"finish_reason":null}],"usage":null,"obfuscation":"aa"}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{"content":"lo"},"finish_reason":null}],"usage":null,"obfuscation":"b"}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":null,"obfuscation":""}

            data: {"id":"c","model":"m","choices":[],"usage":{"prompt_tokens":5,"completion_tokens":2,"total_tokens":7}}

            data: [DONE]


            """);

        var response = await Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync();

        Assert.Equal(("Hello", 7, LLMFinishReason.Stop), (response.Text, response.Usage!.TotalTokens!.Value, response.FinishReason));
    }

    [Fact]
    public async Task GenerateStreamAsync_refusal_is_text_and_a_content_filter()
    {
        using var server = Some.Server("""
            data: {"choices":[{"index":0,"delta":{"refusal":"I can"},"finish_reason":null}]}

            data: {"choices":[{"index":0,"delta":{"refusal":"not."},"finish_reason":"stop"}]}

            data: [DONE]


            """);

        var response = await Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync();

        Assert.Equal(("I cannot.", LLMFinishReason.ContentFilter), (response.Text, response.FinishReason));
    }

    [Fact]
    public async Task GenerateStreamAsync_parallel_tool_calls_are_put_together_by_index()
    {
        using var server = Some.Server("""
            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"id":"a","type":"function","function":{"name":"f","arguments":""}}]}}]}

            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":1,"id":"b","type":"function","function":{"name":"g","arguments":"{}"}}]}}]}

            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":"{\"x\""}}]}}]}

            data: {"choices":[{"index":0,"delta":{"tool_calls":[{"index":0,"function":{"arguments":":1}"}}]},"finish_reason":"tool_calls"}]}

            data: [DONE]


            """);

        var response = await Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync();

        Assert.Equal(
            [("a", "f", "{\"x\":1}"), ("b", "g", "{}")], response.Message.ToolCalls.Select(call => (call.Id, call.Name, call.Arguments)));
        Assert.Equal(LLMFinishReason.ToolCalls, response.FinishReason);
    }

    [Fact]
    public async Task GenerateStreamAsync_overload_inside_a_good_status_is_a_server_error()
    {
        using var server = Some.Server("""
            event: error
            data: {"type":"error","error":{"type":"service_unavailable_error","code":"server_is_overloaded","message":"Our servers are currently overloaded."}}


            """);

        var error = await Assert.ThrowsAsync<LLMServerException>(
            () => Some.Service(server).GenerateStreamAsync(LLMRequest.FromPrompt("Hi")).ToResponseAsync());

        Assert.Equal(("server_is_overloaded", true), (error.ProviderCode, error.IsTransient));
    }

    [Fact]
    public async Task GenerateAsync_exhausted_quota_is_no_rate_limit()
    {
        using var server = Some.Server(
            """{"error":{"message":"You exceeded your current quota.","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""", 429);

        var error = await Assert.ThrowsAsync<LLMQuotaException>(() => Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi")));

        Assert.False(error.IsTransient);
    }

    [Fact]
    public async Task GenerateAsync_wrong_key_names_the_variable_and_not_the_key()
    {
        using var server = Some.Server(
            """{"error":{"message":"Incorrect API key provided: sk-of-tests. You can find your key at the platform.","type":"invalid_request_error","code":"invalid_api_key"}}""",
            401);

        var error = await Assert.ThrowsAsync<LLMAuthenticationException>(
            () => Some.Service(server).GenerateAsync(LLMRequest.FromPrompt("Hi") with { Model = "gpt-4.1" }));

        Assert.Equal(
            "openai answered for the model 'gpt-4.1' with HTTP 401 (invalid_api_key): Incorrect API key provided: ***. You can find your key at the platform. Check the key in OPENAI_API_KEY or the option ApiKey.",
            error.Message);
    }
}
