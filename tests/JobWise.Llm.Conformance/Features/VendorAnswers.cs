namespace JobWise.Llm.Conformance.Features;

/// <summary>The richest answer of each vendor, by its documents of November 2026.</summary>
internal static class VendorAnswers
{
    private const string OpenAIUsage =
        """{"prompt_tokens":100,"completion_tokens":20,"total_tokens":120,"prompt_tokens_details":{"cached_tokens":64,"cache_write_tokens":8},"completion_tokens_details":{"reasoning_tokens":12}}""";

    private const string GroqUsage =
        """{"queue_time":0.01,"prompt_tokens":100,"prompt_time":0.002,"completion_tokens":20,"completion_time":0.03,"total_tokens":120,"total_time":0.04,"prompt_tokens_details":{"cached_tokens":64},"completion_tokens_details":{"reasoning_tokens":12}}""";

    private const string AnthropicUsage =
        """{"input_tokens":28,"cache_read_input_tokens":64,"cache_creation_input_tokens":8,"output_tokens":20,"output_tokens_details":{"thinking_tokens":12},"service_tier":"standard"}""";

    private static readonly (string, string)[] OpenAIHeaders =
    [
        ("x-ratelimit-limit-requests", "500"), ("x-ratelimit-remaining-requests", "499"), ("x-ratelimit-reset-requests", "120ms"),
        ("x-ratelimit-limit-tokens", "30000"), ("x-ratelimit-remaining-tokens", "29000"), ("x-ratelimit-reset-tokens", "2s"), ("x-request-id", "req_1"),
    ];

    public static VendorAnswer OpenAI { get; } = Chat("""{"role":"assistant","content":"Hello"}""", OpenAIUsage, string.Empty);

    public static VendorAnswer Groq { get; } = Chat("""{"role":"assistant","reasoning":"A greeting.","content":"Hello"}""", GroqUsage, ",\"x_groq\":{\"id\":\"req_1\"}");

    public static VendorAnswer Compatible { get; } = Chat("""{"role":"assistant","reasoning_content":"A greeting.","content":"Hello"}""", GroqUsage, string.Empty);

    public static VendorAnswer Anthropic { get; } = new()
    {
        Headers =
        [
            .. Limit("requests"), .. Limit("tokens"), .. Limit("input-tokens"), .. Limit("output-tokens"), ("request-id", "req_1"),
        ],
        Whole = $$"""
            {"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5-5","stop_reason":"end_turn","stop_sequence":null,
             "content":[{"type":"thinking","thinking":"A greeting.","signature":"c2ln"},{"type":"text","text":"Hello"}],"usage":{{AnthropicUsage}}}
            """,
        Streamed = $$$"""
            event: message_start
            data: {"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-sonnet-5-5","content":[],"stop_reason":null,"usage":{{{AnthropicUsage}}}}}

            event: content_block_start
            data: {"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}

            event: content_block_delta
            data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hello"}}

            event: content_block_stop
            data: {"type":"content_block_stop","index":0}

            event: message_delta
            data: {"type":"message_delta","delta":{"stop_reason":"end_turn"},"usage":{"output_tokens":20}}

            event: message_stop
            data: {"type":"message_stop"}


            """,
    };

    private static VendorAnswer Chat(string message, string usage, string more) => new()
    {
        Headers = OpenAIHeaders,
        Whole = $$"""{"id":"c","model":"m","choices":[{"index":0,"message":{{message}},"finish_reason":"stop"}],"usage":{{usage}}{{more}}}""",
        Streamed = $$"""
            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{{message}},"finish_reason":null}]}

            data: {"id":"c","model":"m","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{{usage}}{{more}}}

            data: [DONE]


            """,
    };

    private static IEnumerable<(string, string)> Limit(string what) =>
    [
        ($"anthropic-ratelimit-{what}-limit", "5000"),
        ($"anthropic-ratelimit-{what}-remaining", "4999"),
        ($"anthropic-ratelimit-{what}-reset", "2026-11-24T12:00:30Z"),
    ];
}
