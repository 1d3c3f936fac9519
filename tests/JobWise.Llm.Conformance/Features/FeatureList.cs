using System.Text.Json;
using System.Text.Json.Nodes;

namespace JobWise.Llm.Conformance.Features;

/// <summary>The rows of the feature table, in its order. Each asks with a value that nothing else in a request has.</summary>
internal static class FeatureList
{
    private static readonly JsonElement Schema = Json("""{"type":"object","properties":{"marked":{"type":"string"}},"required":["marked"],"additionalProperties":false}""");
    private static readonly LLMTool Tool = new() { Name = "find_weather", Description = "Weather of a town.", Parameters = Schema };

    public static IReadOnlyList<Feature> All { get; } =
    [
        .. Options(),
        .. Content(),
        .. Tools(),
        .. Forms(),
        .. Answers(),
        new() { Name = "batches", Port = typeof(ILLMBatchService) },
        new() { Name = "token count before sending", Port = typeof(ILLMTokenCounter) },
    ];

    private static IEnumerable<Feature> Options() =>
    [
        new() { Name = "temperature", Option = nameof(LLMRequest.Temperature), Ask = request => request with { Temperature = 0.271 }, IsSent = Holds("0.271") },
        new() { Name = "top-p", Option = nameof(LLMRequest.TopP), Ask = request => request with { TopP = 0.314 }, IsSent = Holds("0.314") },
        new() { Name = "output cap", Option = nameof(LLMRequest.MaxTokens), Ask = request => request with { MaxTokens = 1234 }, IsSent = Holds("1234") },
        new() { Name = "stop sequences", Option = nameof(LLMRequest.StopSequences), Ask = request => request with { StopSequences = ["END-HERE"] }, IsSent = Holds("END-HERE") },
        new() { Name = "seed", Option = nameof(LLMRequest.Seed), Ask = request => request with { Seed = 271828 }, IsSent = Holds("271828") },
        new() { Name = "reasoning effort", Option = nameof(LLMRequest.ReasoningEffort), Ask = request => request with { ReasoningEffort = LLMReasoningEffort.High }, IsSent = Holds("\"high\"") },
        new() { Name = "id of the end user", Option = nameof(LLMRequest.EndUserId), Ask = request => request with { EndUserId = "hash-of-a-person" }, IsSent = Holds("\"hash-of-a-person\"") },
        new() { Name = "fields of the provider's own", Ask = request => request with { ExtraFields = new Dictionary<string, JsonElement> { ["own_field"] = Json("\"kept\"") } }, IsSent = Holds("\"own_field\":\"kept\"") },
    ];

    private static IEnumerable<Feature> Content() =>
    [
        new() { Name = "system message", Ask = request => request with { SystemMessage = "Be brief and kind." }, IsSent = Holds("Be brief and kind.") },
        new() { Name = "several turns", Ask = _ => Turns(LLMMessage.User("one"), LLMMessage.Assistant("the second turn"), LLMMessage.User("three")), IsSent = Holds("the second turn") },
        new() { Name = "image by address", Ask = _ => Turns(Image(new LLMImagePart { Url = new Uri("https://images.example/one.png") })), IsSent = Holds("https://images.example/one.png") },
        new() { Name = "image as bytes", Ask = _ => Turns(Image(new LLMImagePart { Bytes = new byte[] { 1, 2, 3 } })), IsSent = Holds("AQID") },
        new()
        {
            Name = "earlier reasoning sent back",
            Option = nameof(LLMRequest.Messages),
            Ask = _ => Turns(LLMMessage.User("one"), Reasoned("the earlier thought"), LLMMessage.User("three")),
            IsSent = Holds("the earlier thought"),
        },
    ];

    private static IEnumerable<Feature> Tools() =>
    [
        new() { Name = "tools", Option = nameof(LLMRequest.Tools), Ask = request => request with { Tools = [Tool] }, IsSent = Holds("find_weather") },
        new()
        {
            Name = "a tool that must be called",
            Option = nameof(LLMRequest.ToolChoice),
            Ask = request => request with { Tools = [Tool], ToolChoice = LLMToolChoice.Required },
            IsSent = body => Holds("\"tool_choice\":\"required\"")(body) || Holds("\"tool_choice\":{\"type\":\"any\"")(body),
        },
        new()
        {
            Name = "no parallel calls",
            Option = nameof(LLMRequest.ParallelToolCalls),
            Ask = request => request with { Tools = [Tool], ParallelToolCalls = false },
            IsSent = body => Holds("\"parallel_tool_calls\":false")(body) || Holds("\"disable_parallel_tool_use\":true")(body),
        },
        new() { Name = "tool results", Ask = _ => Turns(LLMMessage.User("one"), Called(), Result()), IsSent = Holds("sunny, as always") },
    ];

    private static IEnumerable<Feature> Forms()
    {
        Func<JsonNode, bool> isGuaranteed = body => Holds("\"strict\":true")(body) || Holds("\"output_config\":{\"format\":{\"type\":\"json_schema\"")(body);
        Func<LLMRequest, LLMRequest> bySchema = request => request with { ResponseFormat = LLMResponseFormat.JsonSchema(Schema) };
        return
        [
            new() { Name = "JSON object", Option = nameof(LLMRequest.ResponseFormat), Ask = request => request with { ResponseFormat = LLMResponseFormat.JsonObject }, IsSent = Holds("json_object") },
            new() { Name = "guaranteed schema", Option = nameof(LLMRequest.ResponseFormat), Ask = bySchema, IsSent = isGuaranteed },
            new() { Name = "guaranteed schema, streamed", Option = nameof(LLMRequest.ResponseFormat), Ask = bySchema, IsSent = isGuaranteed, Streams = true },
            new() { Name = "guaranteed schema beside tools", Option = nameof(LLMRequest.ResponseFormat), Ask = request => bySchema(request) with { Tools = [Tool] }, IsSent = isGuaranteed },
        ];
    }

    private static IEnumerable<Feature> Answers() =>
    [
        new() { Name = "reasoning in answers", IsAnswered = response => response.Message.Parts.OfType<LLMReasoningPart>().Any(part => part.Text is { Length: > 0 }) },
        new() { Name = "token counts", IsAnswered = response => response.Usage is { PromptTokens: > 0, CompletionTokens: > 0 } },
        new() { Name = "token counts, streamed", Streams = true, IsAnswered = response => response.Usage is { PromptTokens: > 0, CompletionTokens: > 0 } },
        new() { Name = "tokens read from the prompt cache", IsAnswered = response => response.Usage?.CachedTokens > 0 },
        new() { Name = "tokens written to the prompt cache", IsAnswered = response => response.Usage?.CacheWriteTokens > 0 },
        new() { Name = "reasoning tokens", IsAnswered = response => response.Usage?.ReasoningTokens > 0 },
        new() { Name = "queue and inference times", IsAnswered = response => response.Usage is { QueueTime: not null, PromptTime: not null, CompletionTime: not null } },
        new() { Name = "limits of requests and tokens", IsAnswered = response => response.RateLimits is { RequestLimit: > 0, TokensRemaining: > 0, TokensResetAfter: not null } },
        new() { Name = "windows of the limits", IsAnswered = response => response.RateLimits is { RequestWindow: not null, TokenWindow: not null } },
        new() { Name = "limits of input and output apart", IsAnswered = response => response.RateLimits is { InputTokenLimit: > 0, OutputTokenLimit: > 0 } },
        new() { Name = "id of the request", IsAnswered = response => response.RequestId is not null },
    ];

    private static Func<JsonNode, bool> Holds(string text) => body => body.ToJsonString(Readable).Contains(text, StringComparison.Ordinal);

    private static JsonSerializerOptions Readable { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private static LLMRequest Turns(params LLMMessage[] messages) => new() { Messages = messages };

    private static LLMMessage Image(LLMImagePart image) =>
        new() { Role = LLMRole.User, Parts = [new LLMTextPart { Text = "Look." }, image] };

    private static LLMMessage Reasoned(string thought) => new()
    {
        Role = LLMRole.Assistant,
        Parts = [new LLMReasoningPart { Text = thought, ProviderBlob = Json($$"""{"type":"thinking","thinking":"{{thought}}","signature":"c2ln"}""") }, new LLMTextPart { Text = "two" }],
    };

    private static LLMMessage Called() => new()
    {
        Role = LLMRole.Assistant,
        Parts = [new LLMToolCallPart { Id = "call_9", Name = "find_weather", Arguments = """{"marked":"Ulm"}""" }],
    };

    private static LLMMessage Result() => new()
    {
        Role = LLMRole.Tool,
        Parts = [new LLMToolResultPart { CallId = "call_9", Text = "sunny, as always" }],
    };
}
