using System.Text.Json;

namespace JobWise.Llm.Tests;

public sealed class LLMRequestRulesTests
{
    private static readonly LLMTool Find = new() { Name = "find" };

    public static TheoryData<LLMRequest, string> Wrong { get; } = new()
    {
        { Ask() with { Temperature = 2.5 }, "Temperature is 2.5. Set it from 0 to 2, or leave it out." },
        { Ask() with { Temperature = -0.1 }, "Temperature is -0.1. Set it from 0 to 2, or leave it out." },
        { Ask() with { Temperature = double.NaN }, "Temperature is NaN. Set it from 0 to 2, or leave it out." },
        { Ask() with { TopP = 0 }, "TopP is 0. Set it above 0 and up to 1, or leave it out." },
        { Ask() with { TopP = 1.01 }, "TopP is 1.01. Set it above 0 and up to 1, or leave it out." },
        { Ask() with { TopP = double.NaN }, "TopP is NaN. Set it above 0 and up to 1, or leave it out." },
        { Ask() with { MaxTokens = 0 }, "MaxTokens is 0. Set it to 1 or more, or leave it out." },
        { Ask() with { Model = " " }, "Model is empty. Name a model of GetAvailableModelsAsync(), or leave it null for the default." },
        { Ask() with { StopSequences = ["a", ""] }, "One of the 2 StopSequences is empty. Remove it: every answer would end before it began." },
        {
            Ask() with { ExtraFields = new Dictionary<string, JsonElement> { ["x"] = default } },
            "ExtraFields holds 'x' without a value. Give it one, such as JsonSerializer.SerializeToElement(true), or remove it."
        },
        { LLMRequest.FromPrompt(""), "The Prompt is empty. Say what the model is to do." },
        { LLMRequest.FromPrompt(" \n"), "The Prompt is only white space. Say what the model is to do." },
        { new LLMRequest(), "The request has neither a Prompt nor Messages. Set exactly one of them." },
        { Ask() with { Messages = [LLMMessage.User("secret")] }, "The request has both a Prompt and Messages. Set exactly one of them." },
        { Say([null!]), "Messages[0] is null. Remove it." },
        { Say(LLMMessage.System("secret"), LLMMessage.User(" ")), "None of the 2 Messages has content. Say what the model is to do." },
        { Say(new LLMMessage { Role = LLMRole.User }), "None of the 1 Messages has content. Say what the model is to do." },
        { Image(new LLMImagePart()), "Messages[0].Parts[1] is an image with neither Url nor Bytes. Set exactly one of them." },
        { Image(new LLMImagePart { Url = new Uri("https://x.test/"), Bytes = new byte[1] }), "Messages[0].Parts[1] is an image with both Url and Bytes. Set exactly one of them." },
        { Image(new LLMImagePart { Url = new Uri("/a.png", UriKind.Relative) }), "Messages[0].Parts[1] is an image with a relative Url. Give the whole address, or set Bytes." },
        { Image(new LLMImagePart { Bytes = new byte[1], MediaType = "text/html" }), "Messages[0].Parts[1] is an image with the MediaType 'text/html'. Give one such as 'image/png'." },
        { Tools(Find with { Name = "" }), "A tool's Name is ''. Use 1 to 64 letters, digits, underscores and dashes." },
        { Tools(Find with { Name = "find it" }), "A tool's Name is 'find it'. Use 1 to 64 letters, digits, underscores and dashes." },
        { Tools(Find with { Name = "fïnd" }), "A tool's Name is 'fïnd'. Use 1 to 64 letters, digits, underscores and dashes." },
        { Tools(Find with { Name = new string('x', 65) }), $"A tool's Name is '{new string('x', 64)}…' (65 characters). Use 1 to 64 letters, digits, underscores and dashes." },
        { Tools(Find, Find), "Two Tools have the Name 'find'. Give each its own." },
        { Tools([null!]), "One of the Tools is null. Remove it." },
        {
            Tools(Find with { Parameters = JsonSerializer.SerializeToElement(1) }),
            "The Parameters of the tool 'find' are Number, which is no JSON schema. Give the schema of an object, or null for a tool without arguments."
        },
        { Tools(Find) with { ToolChoice = LLMToolChoice.Tool("seek") }, "ToolChoice asks for the tool 'seek', which is not among the 1 Tools. Add it there, or choose another." },
        { Ask() with { ToolChoice = LLMToolChoice.Required }, "ToolChoice is 'required', but the request has no Tools. Add some, or leave it out." },
        { Ask() with { ParallelToolCalls = false }, "ParallelToolCalls is false, but the request has no Tools. Add some, or leave it out." },
        {
            Ask() with { ResponseFormat = LLMResponseFormat.JsonSchema(default) },
            "The Schema of the ResponseFormat is Undefined, which is no JSON schema. Give the schema of an object."
        },
        {
            Ask() with { ResponseFormat = LLMResponseFormat.JsonSchema(JsonSerializer.SerializeToElement(new object()), "a b") },
            "The SchemaName of the ResponseFormat is 'a b'. Use 1 to 64 letters, digits, underscores and dashes."
        },
        { With(new() { Timeout = TimeSpan.Zero }), "LLMCallOptions.Timeout is 00:00:00. Set it above zero, to Timeout.InfiniteTimeSpan for no limit, or leave it out." },
        { With(new() { Timeout = TimeSpan.FromSeconds(-1) }), "LLMCallOptions.Timeout is -00:00:01. Set it above zero, to Timeout.InfiniteTimeSpan for no limit, or leave it out." },
        { With(new() { MostSends = 0 }), "LLMCallOptions.MostSends is 0. Set it to 1 or more, or leave it out." },
        { With(new() { MostTokens = 0 }), "LLMCallOptions.MostTokens is 0. Set it to 1 or more, or leave it out." },
    };

    public static TheoryData<LLMRequest> Right { get; } =
    [
        Ask(),
        Ask() with { Temperature = 0, TopP = 1, MaxTokens = 1, StopSequences = ["\n"], Model = "any/model:1" },
        Ask() with { Temperature = 2, TopP = double.Epsilon, SystemMessage = "" },
        Say(LLMMessage.User("a"), new LLMMessage { Role = LLMRole.Assistant }, LLMMessage.User("b")),
        Say(LLMMessage.ToolResult("", "")),
        Image(new LLMImagePart { Bytes = new byte[1] }),
        Image(new LLMImagePart { Url = new Uri("data:image/png;base64,AA==") }),
        Tools(Find, Find with { Name = "Find-2_b" }) with { ToolChoice = LLMToolChoice.Tool("find"), ParallelToolCalls = true },
        Ask() with { ToolChoice = LLMToolChoice.Required, ExtraFields = new Dictionary<string, JsonElement> { ["tools"] = JsonSerializer.SerializeToElement(1) } },
        With(new() { Timeout = Timeout.InfiniteTimeSpan, MostSends = 1, MostTokens = 1 }),
    ];

    [Theory]
    [MemberData(nameof(Wrong), DisableDiscoveryEnumeration = true)]
    public void ThrowIfInvalid_names_the_option_the_value_and_the_cure(LLMRequest request, string message)
    {
        var exception = Assert.Throws<LLMInvalidRequestException>(() => LLMRequestRules.ThrowIfInvalid(request));

        Assert.Equal(message, exception.Message);
    }

    [Theory]
    [MemberData(nameof(Right), DisableDiscoveryEnumeration = true)]
    public void ThrowIfInvalid_request_at_the_limits_passes(LLMRequest request) => LLMRequestRules.ThrowIfInvalid(request);

    private static LLMRequest Ask() => LLMRequest.FromPrompt("secret");

    private static LLMRequest Say(params IReadOnlyList<LLMMessage> messages) => new() { Messages = messages };

    private static LLMRequest Image(LLMImagePart image) => Say(LLMMessage.Of(LLMRole.User, new LLMTextPart { Text = "secret" }, image));

    private static LLMRequest Tools(params IReadOnlyList<LLMTool> tools) => Ask() with { Tools = tools };

    private static LLMRequest With(LLMCallOptions call) => Ask() with { Call = call };
}
