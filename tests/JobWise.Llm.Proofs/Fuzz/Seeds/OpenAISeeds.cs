namespace JobWise.Llm.Proofs.Fuzz.Seeds;

/// <summary>Good answers of the OpenAI protocol and its dialects, to be broken.</summary>
internal static class OpenAISeeds
{
    private const string Done = "data: [DONE]\n\n";

    private static readonly string[] Messages =
    [
        """{"role":"assistant","content":"Hello, world"}""",
        """{"role":"assistant","content":null,"refusal":"I will not."}""",
        """{"role":"assistant","content":"é 😀 \u00e9 \ud83d\ude00 \n \" \\ "}""",
        """{"role":"assistant","content":[{"type":"text","text":"in "},{"type":"text","text":"parts"}]}""",
        """{"role":"assistant","content":"","reasoning":"First I think.","tool_calls":[{"id":"call_1","type":"function","function":{"name":"weather","arguments":"{\"city\":\"Ulm\"}"}}]}""",
        """{"role":"assistant","reasoning_content":"hm","content":"<think>no</think>yes"}""",
        """{"role":"assistant","content":[{"type":"thinking","thinking":[{"type":"text","text":"deep"}]},"plain"]}""",
    ];

    private static readonly string[] Tails =
    [
        """ "usage":{"prompt_tokens":9,"completion_tokens":3,"total_tokens":12,"prompt_tokens_details":{"cached_tokens":4},"completion_tokens_details":{"reasoning_tokens":2}}""",
        """ "usage":{"queue_time":0.01,"prompt_tokens":9,"prompt_time":0.002,"completion_tokens":3,"completion_time":0.01,"total_tokens":12,"total_time":0.012},"x_groq":{"id":"req_1","seed":7}""",
        """ "usage":null,"system_fingerprint":"fp_1","service_tier":"default" """,
    ];

    private static readonly string[] Errors =
    [
        """{"error":{"message":"Rate limit reached. Please try again in 7.66s.","type":"tokens","code":"rate_limit_exceeded"}}""",
        """{"error":{"message":"You exceeded your current quota","type":"insufficient_quota","param":null,"code":"insufficient_quota"}}""",
        """{"error":{"message":"Failed to validate JSON","type":"invalid_request_error","code":"json_validate_failed","failed_generation":"{\"title\":\"x\"}"}}""",
        """{"error":"model 'x' not found"}""",
        """[{"error":{"code":400,"message":"API key not valid","status":"INVALID_ARGUMENT"}}]""",
        """{"detail":[{"loc":["body"],"msg":"field required","type":"value_error"}]}""",
        """{"object":"error","message":"too long","type":"BadRequestError","param":null,"code":400}""",
        "<html><body><h1>502 Bad Gateway</h1></body></html>",
        "",
    ];

    private static readonly string[] Typed =
    [
        """{"title":"a","score":5,"tags":["x","y"],"inner":{"title":"b","score":1,"tags":[],"inner":null}}""",
        "Here it is:\n```json\n{\"title\":\"a\",\"score\":5,\"tags\":[]}\n```\nDone.",
        """<think>what now {"a":1}</think>{"title":"a","score":5,"tags":["x",],}""",
        """{"title":"a","score":500,"tags":null}""",
    ];

    private static readonly string[] Streams =
    [
        SeedText.Events(Chunk("""{"role":"assistant","content":""}"""), Chunk("""{"content":"Hel"}"""), Chunk("""{"content":"lo"}"""), Chunk("""{"content":", world"}"""), Last("stop")) + Done,
        SeedText.Events(Chunk("""{"content":"a"}"""), Chunk("""{"content":"b\n"}"""), Last("stop"), """{"id":"c","choices":[],"usage":{"prompt_tokens":1,"completion_tokens":2}}""") + Done,
        SeedText.Events(Chunk("""{"reasoning":"one "}"""), Chunk("""{"reasoning":"two"}"""), Chunk("""{"content":"é😀"}"""), Last("length", """ ,"x_groq":{"id":"req_2","usage":{"prompt_tokens":3,"completion_tokens":4}}""")) + Done,
        SeedText.Events(
            Chunk("""{"tool_calls":[{"index":0,"id":"call_1","type":"function","function":{"name":"f","arguments":""}}]}"""),
            Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":"{\"a\""}}]}"""),
            Chunk("""{"tool_calls":[{"index":0,"function":{"arguments":":1}"}},{"index":1,"id":"call_2","function":{"name":"g","arguments":{}}}]}"""),
            Last("tool_calls")) + Done,
        ": keep-alive\n\nid: 7\nevent: message\nretry: 100\n" + SeedText.Events(Chunk("""{"content":"x"}"""), Last("stop")) + "event: ping\ndata: {}\n\n" + Done,
        SeedText.Events(Chunk("""{"content":"x"}""")) + "event: error\n" + SeedText.Events("""{"error":{"message":"overloaded","code":"server_is_overloaded"}}"""),
        SeedText.Events(Chunk("""{"content":"x"}"""), """{"error":{"message":"stopped","type":"server_error"}}"""),
        ("\uFEFF" + SeedText.Events(Chunk("""{"content":"x"}"""), Chunk("""{"content":"y"}"""), Last("stop")) + Done).Replace("\n", "\r\n", StringComparison.Ordinal),
        (SeedText.Events(Chunk("""{"content":"x"}"""), Last("stop")) + Done).Replace("\n", "\r", StringComparison.Ordinal),
        "data: {\"id\":\"c\",\ndata: \"choices\":[{\"index\":0,\"delta\":{\"content\":\"z\"},\ndata: \"finish_reason\":\"stop\"}]}\n\ndata: [DONE]",
        SeedText.Events(Padded("a", "xy"), Padded("b", "xyz"), Padded("c", ""), Last("stop")) + Done,
        Whole(Messages[0], Tails[0]),
    ];

    public static IReadOnlyDictionary<FuzzKind, IReadOnlyList<byte[]>> ByKind { get; } = new Dictionary<FuzzKind, IReadOnlyList<byte[]>>
    {
        [FuzzKind.Unary] = SeedText.Bytes(Messages.SelectMany(message => Tails.Select(tail => Whole(message, tail))).Concat(Errors)),
        [FuzzKind.Stream] = SeedText.Bytes(Streams),
        [FuzzKind.Json] = SeedText.Bytes(Typed.Select(text => Whole($$"""{"role":"assistant","content":{{SeedText.Quote(text)}}}""", Tails[0]))),
        [FuzzKind.Error] = SeedText.Bytes(Errors),
    };

    private static string Whole(string message, string tail) =>
        $$"""{"id":"cmpl-1","object":"chat.completion","model":"m-1","choices":[{"index":0,"message":{{message}},"finish_reason":"stop"}],{{tail}}}""";

    private static string Chunk(string delta) =>
        $$"""{"id":"c","model":"m-1","choices":[{"index":0,"delta":{{delta}},"finish_reason":null}]}""";

    private static string Last(string reason, string more = "") =>
        $$$"""{"id":"c","model":"m-1","choices":[{"index":0,"delta":{},"finish_reason":"{{{reason}}}"}]{{{more}}}}""";

    private static string Padded(string text, string padding) =>
        $$$"""{"id":"c","model":"m-1","choices":[{"index":0,"delta":{"content":"{{{text}}}"},"finish_reason":null}],"obfuscation":"{{{padding}}}"}""";
}
