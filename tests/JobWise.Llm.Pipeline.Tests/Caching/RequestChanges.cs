using System.Text.Json;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>
/// One change for every property that a request is made of. A new property fails a test until it is here, and thereby in the key, or on the list
/// of what is left out. After a blank, a name may say which of several changes of a property it is.
/// </summary>
internal static class RequestChanges
{
    private static readonly JsonElement One = JsonSerializer.SerializeToElement(1);

    public static Type[] Types { get; } =
    [
        typeof(LLMRequest), typeof(LLMCallOptions), typeof(LLMLane), typeof(LLMMessage), typeof(LLMTextPart), typeof(LLMImagePart), typeof(LLMToolCallPart),
        typeof(LLMToolResultPart), typeof(LLMReasoningPart), typeof(LLMTool), typeof(LLMToolChoice), typeof(LLMResponseFormat),
    ];

    /// <summary>What does not change the answer. The instance of a lane, and a pinned one, reach the key through the provider's metadata.</summary>
    public static string[] LeftOut { get; } =
    [
        "LLMRequest.Workflow", "LLMRequest.UserId", "LLMRequest.Tags", "LLMCallOptions.Timeout", "LLMCallOptions.Deadline", "LLMCallOptions.Priority",
        "LLMCallOptions.CacheMode", "LLMCallOptions.PinnedLane", "LLMCallOptions.MostSends", "LLMCallOptions.MostTokens", "LLMCallOptions.Accept",
        "LLMCallOptions.Scope", "LLMCallOptions.PipelineState", "LLMLane.Instance",
    ];

    public static Dictionary<string, Func<LLMRequest, LLMRequest>> All { get; } = new()
    {
        ["LLMRequest.Prompt"] = request => request with { Prompt = "other" },
        ["LLMRequest.Prompt none"] = request => request with { Prompt = null },
        ["LLMRequest.SystemMessage"] = request => request with { SystemMessage = "other" },
        ["LLMRequest.SystemMessage empty"] = request => request with { SystemMessage = "" },
        ["LLMRequest.Messages"] = request => request with { Messages = [.. request.Messages, LLMMessage.User("more")] },
        ["LLMRequest.Model"] = request => request with { Model = "other" },
        ["LLMRequest.Temperature"] = request => request with { Temperature = 0.31 },
        ["LLMRequest.Temperature none"] = request => request with { Temperature = null },
        ["LLMRequest.MaxTokens"] = request => request with { MaxTokens = 11 },
        ["LLMRequest.TopP"] = request => request with { TopP = 0.8 },
        ["LLMRequest.StopSequences"] = request => request with { StopSequences = ["a", "b"] },
        ["LLMRequest.ResponseFormat"] = request => request with { ResponseFormat = LLMResponseFormat.JsonObject },
        ["LLMRequest.Seed"] = request => request with { Seed = 8 },
        ["LLMRequest.ReasoningEffort"] = request => request with { ReasoningEffort = LLMReasoningEffort.High },
        ["LLMRequest.Tools"] = request => request with { Tools = [] },
        ["LLMRequest.ToolChoice"] = request => request with { ToolChoice = LLMToolChoice.Auto },
        ["LLMRequest.ParallelToolCalls"] = request => request with { ParallelToolCalls = false },
        ["LLMRequest.EndUserId"] = request => request with { EndUserId = "other" },
        ["LLMRequest.ExtraFields"] = request => request with { ExtraFields = new Dictionary<string, JsonElement> { ["y"] = One } },
        ["LLMRequest.Call"] = request => request with { Call = LLMCallOptions.Default },
        ["LLMCallOptions.Tenant"] = request => request with { Call = request.Call with { Tenant = "other" } },
        ["LLMCallOptions.Lanes"] = request => request with { Call = request.Call with { Lanes = [new() { Instance = "groq", Model = "b" }] } },
        ["LLMCallOptions.Defaulted"] = request => request with { Call = request.Call with { Defaulted = LLMDefaultedOptions.MaxTokens } },
        ["LLMLane.Model"] = request => request with { Call = request.Call with { Lanes = [new() { Instance = "groq", Model = "c" }] } },
        ["LLMMessage.Role"] = Message(message => message with { Role = LLMRole.Assistant }),
        ["LLMMessage.Parts"] = Message(message => message with { Parts = [.. message.Parts.Skip(1)] }),
        ["LLMTextPart.Text"] = Part<LLMTextPart>(part => part with { Text = "other" }),
        ["LLMImagePart.Url"] = Part<LLMImagePart>(part => part with { Url = new Uri("https://example.com/other.png") }),
        ["LLMImagePart.Bytes"] = Part<LLMImagePart>(part => part with { Bytes = new byte[] { 1, 2 } }),
        ["LLMImagePart.MediaType"] = Part<LLMImagePart>(part => part with { MediaType = "image/jpeg" }),
        ["LLMToolCallPart.Id"] = Part<LLMToolCallPart>(part => part with { Id = "other" }),
        ["LLMToolCallPart.Name"] = Part<LLMToolCallPart>(part => part with { Name = "other" }),
        ["LLMToolCallPart.Arguments"] = Part<LLMToolCallPart>(part => part with { Arguments = "[]" }),
        ["LLMToolResultPart.CallId"] = Part<LLMToolResultPart>(part => part with { CallId = "other" }),
        ["LLMToolResultPart.Text"] = Part<LLMToolResultPart>(part => part with { Text = "other" }),
        ["LLMReasoningPart.Text"] = Part<LLMReasoningPart>(part => part with { Text = "other" }),
        ["LLMReasoningPart.ProviderBlob"] = Part<LLMReasoningPart>(part => part with { ProviderBlob = null }),
        ["LLMTool.Name"] = Tool(tool => tool with { Name = "other" }),
        ["LLMTool.Description"] = Tool(tool => tool with { Description = null }),
        ["LLMTool.Parameters"] = Tool(tool => tool with { Parameters = null }),
        ["LLMTool.Strict"] = Tool(tool => tool with { Strict = true }),
        ["LLMToolChoice.Mode"] = request => request with { ToolChoice = LLMToolChoice.Required },
        ["LLMToolChoice.ToolName"] = request => request with { ToolChoice = LLMToolChoice.Tool("u") },
        ["LLMResponseFormat.Kind"] = request => request with { ResponseFormat = LLMResponseFormat.Text },
        ["LLMResponseFormat.Schema"] = request => request with { ResponseFormat = Schema("""{"type":"array"}""") },
        ["LLMResponseFormat.SchemaName"] = request => request with { ResponseFormat = Schema(name: "other") },
        ["LLMResponseFormat.Strict"] = request => request with { ResponseFormat = Schema(strict: false) },
    };

    /// <summary>A request that sets everything, valid or not.</summary>
    public static LLMRequest Everything => new()
    {
        Prompt = "p",
        SystemMessage = "s",
        Messages =
        [
            LLMMessage.Of(
                LLMRole.User,
                new LLMTextPart { Text = "t" },
                new LLMImagePart { Url = new Uri("https://example.com/a.png"), Bytes = new byte[] { 1 } },
                new LLMToolCallPart { Id = "i", Name = "n" },
                new LLMToolResultPart { CallId = "i", Text = "r" },
                new LLMReasoningPart { Text = "why", ProviderBlob = One }),
        ],
        Model = "a",
        Temperature = 0.3,
        MaxTokens = 10,
        TopP = 0.9,
        StopSequences = ["a"],
        ResponseFormat = Schema(),
        Seed = 7,
        ReasoningEffort = LLMReasoningEffort.Low,
        Tools = [new LLMTool { Name = "t", Description = "d", Parameters = One }],
        ToolChoice = LLMToolChoice.Tool("t"),
        ParallelToolCalls = true,
        EndUserId = "e",
        ExtraFields = new Dictionary<string, JsonElement> { ["x"] = One },
        Call = new LLMCallOptions { Tenant = "tenant", Defaulted = LLMDefaultedOptions.Temperature, Lanes = [new() { Instance = "groq" }] },
    };

    public static (LLMRequest Before, LLMRequest After) Pair(string change) => (Everything, All[change](Everything));

    private static LLMResponseFormat Schema(string json = """{"type":"object"}""", string name = "answer", bool strict = true) =>
        LLMResponseFormat.JsonSchema(JsonDocument.Parse(json).RootElement, name, strict);

    private static Func<LLMRequest, LLMRequest> Message(Func<LLMMessage, LLMMessage> change) =>
        request => request with { Messages = [change(request.Messages[0])] };

    private static Func<LLMRequest, LLMRequest> Part<TPart>(Func<TPart, TPart> change)
        where TPart : LLMContentPart =>
        Message(message => message with { Parts = [.. message.Parts.Select(part => part is TPart own ? change(own) : part)] });

    private static Func<LLMRequest, LLMRequest> Tool(Func<LLMTool, LLMTool> change) => request => request with { Tools = [change(request.Tools[0])] };
}
