using System.Globalization;
using JobWise.Llm.Proofs.Faults.Catalogue;

namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>The Messages protocol of Anthropic.</summary>
internal sealed class AnthropicWire : IFaultWire
{
    private const string Ids = "\"id\":\"msg_1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"fault-model\"";

    public string Protocol => "anthropic";

    public string Unheard => "rate_of_thought";

    public string Filtered => "content_filter";

    public bool SpentUntilIsAPoint => true;

    public bool EndsWithItsReason => false;

    public IReadOnlyList<QuotaForm> Quotas =>
    [
        new QuotaForm("402", 402, Body("Your account has no credit.", "billing_error")),
        new QuotaForm("400-credit-too-low", 400, Body("Your credit balance is too low to access the Anthropic API.", "invalid_request_error")),
    ];

    public string Whole(FaultAnswer answer) => Whole($$"""[{"type":"text","text":"{{answer.Literal}}"}]""", Finish(answer.Finish), answer.Tokens);

    public FaultStream Stream(FaultAnswer answer) => new()
    {
        Opening = [Start(answer.Tokens), BlockStart("""{"type":"text","text":""}""")],
        Pieces = [.. answer.Pieces.Select(piece => Delta($$"""{"type":"text_delta","text":"{{piece}}"}"""))],
        Ending =
        [
            Event("content_block_stop", """{"type":"content_block_stop","index":0}"""),
            Event("message_delta", $$$"""{"type":"message_delta","delta":{"stop_reason":{{{Finish(answer.Finish)}}},"stop_sequence":null},"usage":{"output_tokens":{{{answer.Tokens}}} } }"""),
        ],
        Terminal = Event("message_stop", """{"type":"message_stop"}"""),
    };

    public string Error(FaultError kind, string message = "Something was wrong.") => Body(kind == FaultError.ModelNotFound ? "model: fault-model" : message, kind switch
    {
        FaultError.RateLimit => "rate_limit_error",
        FaultError.Quota => "billing_error",
        FaultError.Overloaded => "overloaded_error",
        FaultError.Server => "api_error",
        FaultError.Authentication => "authentication_error",
        FaultError.Permission => "permission_error",
        FaultError.ModelNotFound => "not_found_error",
        FaultError.TooLarge => "request_too_large",
        _ => "invalid_request_error",
    });

    public string ErrorEvent(FaultError kind) => Event("error", Error(kind));

    public int StatusOf(FaultError kind) => kind switch
    {
        FaultError.RateLimit => 429,
        FaultError.Quota => 402,
        FaultError.Overloaded => 529,
        FaultError.Server => 500,
        FaultError.Authentication => 401,
        FaultError.Permission => 403,
        FaultError.ModelNotFound => 404,
        FaultError.TooLarge => 413,
        _ => 400,
    };

    public IReadOnlyList<string> SpentUntil(TimeSpan reset) =>
    [
        "anthropic-ratelimit-tokens-limit: 80000",
        "anthropic-ratelimit-tokens-remaining: 0",
        "anthropic-ratelimit-tokens-reset: " + (TimeProvider.System.GetUtcNow() + reset).ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture),
    ];

    public IEnumerable<Fault> OwnFaults() => [.. AnthropicShapeFaults.All(this), .. AnthropicLongFaults.All(this)];

    /// <summary>A whole answer around raw content blocks and a stop reason in raw JSON.</summary>
    public static string Whole(string content, string stop, string tokens = "7") =>
        $$"""{{{Ids}},"content":{{content}},"stop_reason":{{stop}},"stop_sequence":null,"usage":{"input_tokens":{{tokens}},"output_tokens":{{tokens}} } }""";

    /// <summary>The event that a stream begins with.</summary>
    public static string Start(string tokens = "7", string id = "msg_1") => Event(
        "message_start",
        $$$"""{"type":"message_start","message":{"id":"{{{id}}}","type":"message","role":"assistant","model":"fault-model","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":{{{tokens}}},"output_tokens":1} } }""");

    public static string BlockStart(string block, int index = 0) =>
        Event("content_block_start", $$"""{"type":"content_block_start","index":{{index}},"content_block":{{block}} }""");

    public static string Delta(string delta, int index = 0) =>
        Event("content_block_delta", $$"""{"type":"content_block_delta","index":{{index}},"delta":{{delta}} }""");

    public static string Event(string name, string json) => $"event: {name}\ndata: {json}";

    private static string Body(string message, string type) =>
        $$$"""{"type":"error","error":{"type":"{{{type}}}","message":"{{{message}}}"},"request_id":"req_1"}""";

    private static string Finish(FaultFinish finish) => finish switch
    {
        FaultFinish.Length => "\"max_tokens\"",
        FaultFinish.Filtered => "\"refusal\"",
        FaultFinish.Unheard => "\"rate_of_thought\"",
        FaultFinish.None => "null",
        _ => "\"end_turn\"",
    };
}
