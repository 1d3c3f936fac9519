using System.Globalization;
using JobWise.Llm.Proofs.Faults.Catalogue;

namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>The chat completions of OpenAI, as Groq and most others speak them too.</summary>
internal sealed class OpenAIWire : IFaultWire
{
    public string Protocol => "openai";

    public string Unheard => "rate_of_thought";

    public bool SpentUntilIsAPoint => false;

    public bool EndsWithItsReason => true;

    public string Filtered => "content_filter";

    public IReadOnlyList<QuotaForm> Quotas =>
    [
        .. new[]
        {
            "insufficient_quota", "credit_balance_exhausted", "organization_spend_limit_exceeded", "project_spend_limit_exceeded",
            "organization_usage_limit_exceeded",
        }.Select(code => new QuotaForm(code, 429, Body("You are out of credit.", "requests", code))),
        new QuotaForm("type-only", 429, Body("You exceeded your current quota.", "insufficient_quota", null)),
        new QuotaForm("402", 402, Body("Payment required.", "billing_error", null)),
        new QuotaForm("400-credit-too-low", 400, Body("Your credit balance is too low to access the API.", "invalid_request_error", null)),
    ];

    public string Whole(FaultAnswer answer) =>
        Whole($$"""{"role":"assistant","content":"{{answer.Literal}}"}""", Finish(answer.Finish), answer.Tokens);

    public FaultStream Stream(FaultAnswer answer) => new()
    {
        Opening = [Chunk("""{"role":"assistant","content":""}""", "null")],
        Pieces = [.. answer.Pieces.Select(piece => Chunk($$"""{"content":"{{piece}}"}""", "null"))],
        Ending = [Chunk("{}", Finish(answer.Finish)), Event($$"""{{{Base("chat.completion.chunk")}},"choices":[],"usage":{{Usage(answer.Tokens)}}}""")],
        Terminal = "data: [DONE]",
    };

    public string Error(FaultError kind, string message = "Something was wrong.") => kind switch
    {
        FaultError.RateLimit => Body(message, "tokens", "rate_limit_exceeded"),
        FaultError.Quota => Body(message, "insufficient_quota", "insufficient_quota"),
        FaultError.Overloaded => Body(message, "server_error", "server_is_overloaded"),
        FaultError.Server => Body(message, "server_error", null),
        FaultError.Authentication => Body(message, "invalid_request_error", "invalid_api_key"),
        FaultError.Permission => Body(message, "permission_error", null),
        FaultError.ModelNotFound => Body(message, "invalid_request_error", "model_not_found"),
        FaultError.TooLarge => Body(message, "tokens", "rate_limit_exceeded"),
        _ => Body(message, "invalid_request_error", null),
    };

    public string ErrorEvent(FaultError kind) => Event(Error(kind));

    public int StatusOf(FaultError kind) => kind switch
    {
        FaultError.RateLimit or FaultError.Quota => 429,
        FaultError.Overloaded => 503,
        FaultError.Server => 500,
        FaultError.Authentication => 401,
        FaultError.Permission => 403,
        FaultError.ModelNotFound => 404,
        FaultError.TooLarge => 413,
        _ => 400,
    };

    public IReadOnlyList<string> SpentUntil(TimeSpan reset) =>
    [
        "x-ratelimit-limit-tokens: 8000",
        "x-ratelimit-remaining-tokens: 0",
        string.Create(CultureInfo.InvariantCulture, $"x-ratelimit-reset-tokens: {reset.TotalMilliseconds}ms"),
    ];

    public IEnumerable<Fault> OwnFaults() => OpenAIShapeFaults.All(this);

    /// <summary>A whole answer around a message and a finish reason in raw JSON.</summary>
    public static string Whole(string message, string finish, string tokens = "7") =>
        Around($$"""[{"index":0,"message":{{message}},"finish_reason":{{finish}}}]""", Usage(tokens));

    /// <summary>A whole answer around raw choices.</summary>
    public static string Around(string choices, string? usage = null) =>
        $$"""{{{Base("chat.completion")}},"choices":{{choices}},"usage":{{usage ?? Usage("7")}}}""";

    /// <summary>A chunk around a delta and a finish reason in raw JSON.</summary>
    public static string Chunk(string delta, string finish) =>
        ChunkAround($$"""[{"index":0,"delta":{{delta}},"finish_reason":{{finish}}}]""");

    /// <summary>A chunk around raw choices.</summary>
    public static string ChunkAround(string choices) => Event($$"""{{{Base("chat.completion.chunk")}},"choices":{{choices}}}""");

    public static string Event(string json) => $"data: {json}";

    private static string Base(string kind) => $"\"id\":\"c1\",\"object\":\"{kind}\",\"created\":1764000000,\"model\":\"fault-model\"";

    private static string Usage(string tokens) =>
        $$"""{"prompt_tokens":{{tokens}},"completion_tokens":{{tokens}},"total_tokens":14}""";

    private static string Body(string message, string type, string? code) =>
        $$$"""{"error":{"message":"{{{message}}}","type":"{{{type}}}","param":null,"code":{{{(code is null ? "null" : $"\"{code}\"")}}}}}""";

    private static string Finish(FaultFinish finish) => finish switch
    {
        FaultFinish.Length => "\"length\"",
        FaultFinish.Filtered => "\"content_filter\"",
        FaultFinish.Unheard => "\"rate_of_thought\"",
        FaultFinish.None => "null",
        _ => "\"stop\"",
    };
}
