namespace JobWise.Llm.Proofs.Fuzz.Seeds;

/// <summary>Good answers of Anthropic's Messages API, to be broken.</summary>
internal static class AnthropicSeeds
{
    private static readonly string[] Contents =
    [
        """[{"type":"text","text":"Hello, world"}]""",
        """[{"type":"thinking","thinking":"First I think.","signature":"c2ln"},{"type":"redacted_thinking","data":"AAEC"},{"type":"text","text":"é 😀 \ud83d\ude00 \n"}]""",
        """[{"type":"text","text":"I look."},{"type":"tool_use","id":"toolu_1","name":"weather","input":{"city":"Ulm"}}]""",
        """[{"type":"later_kind","x":1},{"type":"text","text":"in "},{"type":"text","text":"parts","citations":[]}]""",
        "[]",
    ];

    private static readonly string[] Usages =
    [
        """{"input_tokens":9,"output_tokens":3}""",
        """{"input_tokens":9,"cache_read_input_tokens":64,"cache_creation_input_tokens":8,"cache_creation":{"ephemeral_5m_input_tokens":8,"ephemeral_1h_input_tokens":0},"output_tokens":3,"service_tier":"standard"}""",
    ];

    private static readonly string[] Errors =
    [
        """{"type":"error","error":{"type":"rate_limit_error","message":"This request would exceed your rate limit."},"request_id":"req_1"}""",
        """{"type":"error","error":{"type":"overloaded_error","message":"Overloaded"}}""",
        """{"type":"error","error":{"type":"invalid_request_error","message":"Your credit balance is too low to access the API."}}""",
        """{"type":"error","error":{"type":"not_found_error","message":"model: claude-none"}}""",
        "<html><body>403</body></html>",
        "",
    ];

    private static readonly string[] Typed =
    [
        """{"title":"a","score":5,"tags":["x","y"],"inner":null}""",
        "Here it is:\n```json\n{\"title\":\"a\",\"score\":5,\"tags\":[]}\n```",
        """{"title":"a","score":"many","tags":null}""",
    ];

    private static readonly string[] Streams =
    [
        Start() + Block(0, """{"type":"text","text":""}""", Text("Hel"), Text("lo"), Text(", world")) + Stop("end_turn"),
        Start() + Event("ping", "{\"type\":\"ping\"}") + Block(0, """{"type":"thinking","thinking":""}""", Thought("one "), Thought("two"), Signature("c2ln"))
            + Block(1, """{"type":"text","text":""}""", Text("é😀"), Text("b\\n")) + Stop("max_tokens"),
        Start() + Block(0, """{"type":"tool_use","id":"toolu_1","name":"f","input":{}}""", Arguments("{\\\"a\\\""), Arguments(":1}")) + Stop("tool_use"),
        Start() + Block(0, """{"type":"text","text":""}""", Text("x")) + Event("error", Errors[1]),
        Start() + Start() + Block(0, """{"type":"redacted_thinking","data":"AAEC"}""") + Event("later", """{"type":"later"}""") + Stop("refusal"),
        (Start() + Block(0, """{"type":"text","text":""}""", Text("x")) + Stop("stop_sequence")).Replace("\n", "\r\n", StringComparison.Ordinal),
        Whole(Contents[0], Usages[0]),
    ];

    public static IReadOnlyDictionary<FuzzKind, IReadOnlyList<byte[]>> ByKind { get; } = new Dictionary<FuzzKind, IReadOnlyList<byte[]>>
    {
        [FuzzKind.Unary] = SeedText.Bytes(Contents.SelectMany(content => Usages.Select(usage => Whole(content, usage))).Concat(Errors)),
        [FuzzKind.Stream] = SeedText.Bytes(Streams),
        [FuzzKind.Json] = SeedText.Bytes(Typed.Select(text => Whole($$"""[{"type":"text","text":{{SeedText.Quote(text)}}}]""", Usages[1]))),
        [FuzzKind.Error] = SeedText.Bytes(Errors),
    };

    private static string Whole(string content, string usage) =>
        $$"""{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":{{content}},"stop_reason":"end_turn","stop_sequence":null,"usage":{{usage}}}""";

    private static string Event(string name, string data) => $"event: {name}\ndata: {data}\n\n";

    private static string Start() => Event(
        "message_start",
        $$$"""{"type":"message_start","message":{"id":"msg_1","type":"message","role":"assistant","model":"claude-x","content":[],"stop_reason":null,"usage":{{{Usages[1]}}}}}""");

    private static string Block(int index, string block, params ReadOnlySpan<string> deltas)
    {
        var text = Event("content_block_start", $$"""{"type":"content_block_start","index":{{index}},"content_block":{{block}}}""");
        foreach (var delta in deltas)
        {
            text += Event("content_block_delta", $$"""{"type":"content_block_delta","index":{{index}},"delta":{{delta}}}""");
        }

        return text + Event("content_block_stop", $$"""{"type":"content_block_stop","index":{{index}}}""");
    }

    private static string Text(string text) => $$"""{"type":"text_delta","text":"{{text}}"}""";

    private static string Thought(string text) => $$"""{"type":"thinking_delta","thinking":"{{text}}"}""";

    private static string Signature(string text) => $$"""{"type":"signature_delta","signature":"{{text}}"}""";

    private static string Arguments(string json) => $$"""{"type":"input_json_delta","partial_json":"{{json}}"}""";

    private static string Stop(string reason) =>
        Event("message_delta", $$$"""{"type":"message_delta","delta":{"stop_reason":"{{{reason}}}","stop_sequence":null},"usage":{"output_tokens":20}}""")
        + Event("message_stop", """{"type":"message_stop"}""");
}
