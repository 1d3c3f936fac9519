using JobWise.Llm.Proofs.Faults.Wires;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Answers of the OpenAI protocol whose JSON is right and whose shape is not.</summary>
internal static class OpenAIShapeFaults
{
    private static readonly FaultMode[] Whole = [FaultMode.Unary, FaultMode.Json];
    private static readonly FaultMode[] Streamed = [FaultMode.Stream];
    private static readonly FaultMode[] Unary = [FaultMode.Unary];
    private static readonly Type[] NoAnswer = [typeof(LLMInvalidResponseException), typeof(LLMStreamInterruptedException)];
    private const string FirstPart = "{\"type\":\"text\",\"text\":\"";

    public static IEnumerable<Fault> All(OpenAIWire wire) => [.. Choices(), .. Contents(), .. Chunks(), .. Odd(), .. Duplicates(), .. InBand(wire)];

    private static IEnumerable<Fault> Choices() =>
    [
        Bad("choices-empty", "[]"),
        Bad("choices-null", "null"),
        Bad("choices-object", "{}"),
        Bad("choices-text", "\"none\""),
        Bad("choices-of-null", "[null]"),
        Bad("choices-of-numbers", "[1,2]"),
        new("choices-missing", 19) { Modes = Whole, Play = scene => [scene.Reply(Raw.Utf8("{\"id\":\"c1\",\"model\":\"m\"}"))], Expect = _ => Fails(NoAnswer) },
        new("message-missing", 19) { Modes = Whole, Play = scene => [scene.Reply(Raw.Utf8(OpenAIWire.Around("[{\"index\":0,\"finish_reason\":\"stop\"}]")))], Expect = EmptyOrError },
        new("message-null", 19) { Modes = Whole, Play = scene => [scene.Reply(Raw.Utf8(OpenAIWire.Whole("null", "\"stop\"")))], Expect = EmptyOrError },
        new("message-is-text", 19) { Modes = Whole, Play = scene => [scene.Reply(Raw.Utf8(OpenAIWire.Whole("\"hello\"", "\"stop\"")))], Expect = EmptyOrError },
    ];

    private static IEnumerable<Fault> Contents() =>
    [
        Empty("content-null", "null"),
        Empty("content-empty", "\"\""),
        Empty("content-object", "{\"a\":1}"),
        Empty("content-list-of-numbers", "[1,2]"),
        new("content-number", 19) { Modes = Unary, Play = scene => [Message(scene, "{\"content\":42}")], Expect = _ => Gives("42").Or(NoAnswer) },
        new("content-as-parts", 19) { Play = Parts, Expect = scene => Gives(scene.Text) with { MostSends = 1 } },
        new("refusal", 20)
        {
            Modes = [FaultMode.Unary, FaultMode.Stream],
            Play = scene => [scene.IsStream ? Chunk(scene, "{\"refusal\":\"I cannot help.\"}") : Message(scene, "{\"content\":null,\"refusal\":\"I cannot help.\"}")],
            Expect = _ => Gives("I cannot help.") with { Finish = "content_filter", MostSends = 1 },
        },
        new("refusal-typed", 20)
        {
            Modes = [FaultMode.Json],
            Play = scene => [Message(scene, "{\"content\":null,\"refusal\":\"I cannot help.\"}")],
            Expect = _ => FailsOnce<LLMContentPolicyException>(),
        },
    ];

    private static IEnumerable<Fault> Chunks() =>
    [
        Ignored("chunk-without-choices", OpenAIWire.Event("{\"id\":\"c1\"}")),
        Ignored("chunk-with-null-choices", OpenAIWire.ChunkAround("null")),
        Ignored("chunk-without-delta", OpenAIWire.ChunkAround("[{\"index\":0}]")),
        Ignored("chunk-with-null-delta", OpenAIWire.Chunk("null", "null")),
        Ignored("chunk-with-numeric-delta", OpenAIWire.Chunk("7", "null")),
        Ignored("chunk-with-empty-finish-reason", OpenAIWire.Chunk("{}", "\"\"")),
        Ignored("chunk-of-another-choice", OpenAIWire.ChunkAround("[{\"index\":1,\"delta\":{\"content\":\"another answer\"},\"finish_reason\":\"stop\"}]")),
        Ignored("chunk-with-odd-tool-calls", OpenAIWire.Chunk("{\"tool_calls\":null}", "null")),
        new("done-with-blanks", 18)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(3), .. scene.Events.Ending, "data:   [DONE]  "]))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("done-without-finish-reason", 15)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(3), scene.Events.Terminal]))],
            Expect = scene => Gives(scene.Text) with { Finish = "unknown", MostSends = 1 },
        },
        new("stream-of-empty-choices-then-done", 19)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse(OpenAIWire.ChunkAround("[]"), scene.Events.Terminal))],
            Expect = _ => Fails(NoAnswer),
        },
    ];

    private static IEnumerable<Fault> Odd() =>
    [
        new("finish-reason-is-a-number", 21)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(OpenAIWire.Whole($"{{\"content\":\"{scene.Answer.Literal}\"}}", "17")))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("finish-reason-missing", 21)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(OpenAIWire.Around($"[{{\"message\":{{\"content\":\"{scene.Answer.Literal}\"}}}}]")))],
            Expect = scene => Gives(scene.Text) with { Finish = "unknown", MostSends = 1 },
        },
        new("numbers-where-text-belongs", 19)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8($"{{\"id\":7,\"object\":null,\"created\":\"now\",\"model\":3,\"choices\":[{{\"index\":\"0\",\"message\":{{\"role\":1,\"content\":\"{scene.Answer.Literal}\"}},\"finish_reason\":\"stop\",\"logprobs\":7}}],\"usage\":\"none\",\"x_groq\":[]}}"))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("error-null-beside-the-answer", 13) { Play = scene => [scene.Reply(WithError(scene, "null"))], Expect = scene => Gives(scene.Text) with { MostSends = 1 } },
        new("error-empty-text-beside-the-answer", 13) { Play = scene => [scene.Reply(WithError(scene, "\"\""))], Expect = scene => Gives(scene.Text) with { MostSends = 1 } },
        new("error-empty-object-beside-the-answer", 13) { Play = scene => [scene.Reply(WithError(scene, "{}"))], Expect = scene => Gives(scene.Text) with { MostSends = 1 } },
    ];

    private static IEnumerable<Fault> Duplicates() =>
    [
        new("content-twice", 26)
        {
            Modes = Whole,
            Play = scene => [Message(scene, $"{{\"content\":\"first\",\"content\":\"{scene.Answer.Literal}\"}}")],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("choices-twice", 26)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8($"{{\"choices\":[],{OpenAIWire.Whole($"{{\"content\":\"{scene.Answer.Literal}\"}}", "\"stop\"")[1..]}"))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];

    private static IEnumerable<Fault> InBand(OpenAIWire wire) =>
    [
        new("groq-error-in-a-chunk", 14)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), OpenAIWire.Event("{\"id\":\"c1\",\"choices\":[],\"x_groq\":{\"id\":\"req_1\",\"error\":\"over capacity\"}}")]))],
            Expect = scene => FailsOnce<LLMServerException>() with { Partial = scene.FirstPiece },
        },
        new("groq-error-event-with-status", 14)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse("event: error\ndata: {\"error\":{\"message\":\"Bad tool\",\"type\":\"invalid_request_error\",\"status_code\":400}}"))],
            Expect = _ => FailsOnce<LLMInvalidRequestException>(),
        },
        new("error-event-as-text", 14)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), "event: error\ndata: the engine stopped"]))],
            Expect = scene => FailsOnce<LLMServerException>() with { Partial = scene.FirstPiece },
        },
        new("error-text-in-a-chunk", 14)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), OpenAIWire.Event("{\"error\":\"the engine stopped\"}")]))],
            Expect = scene => FailsOnce<LLMServerException>() with { Partial = scene.FirstPiece },
        },
        new("413-with-the-code-of-a-rate-limit", 33) { Play = scene => [scene.Fail(413, FaultError.RateLimit)], Expect = _ => FailsOnce<LLMContextLengthException>() },
        new("wait-in-the-message", 31)
        {
            Play = scene => [scene.Reply(Raw.Utf8(wire.Error(FaultError.RateLimit, "Rate limit reached. Please try again in 350ms.")), 429, "application/json"), scene.Right()],
            Expect = scene => GivesAfterRetry(scene.Text) with { LeastGap = TimeSpan.FromMilliseconds(350) },
        },
    ];

    // A typed answer needs a value, so that an empty text is no answer there.
    private static FaultExpectation EmptyOrError(FaultScene scene) => scene.Mode == FaultMode.Json
        ? Fails<LLMInvalidResponseException>() with { LeastGap = TimeSpan.Zero }
        : Gives(string.Empty).Or(NoAnswer);

    private static Fault Bad(string id, string choices) => new(id, 19)
    {
        Modes = Whole,
        Play = scene => [scene.Reply(Raw.Utf8(OpenAIWire.Around(choices)))],
        Expect = _ => Fails(NoAnswer),
    };

    private static Fault Empty(string id, string content) => new(id, 19)
    {
        Modes = Whole,
        Play = scene => [Message(scene, $"{{\"content\":{content}}}")],
        Expect = EmptyOrError,
    };

    private static Fault Ignored(string id, string chunk) => new(id, 19)
    {
        Modes = Streamed,
        Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), chunk, .. scene.Events.Pieces.Skip(1), .. scene.Events.Ending, scene.Events.Terminal]))],
        Expect = scene => Gives(scene.Text) with { MostSends = 1 },
    };

    private static TestKit.FaultReply Message(FaultScene scene, string message) => scene.Reply(Raw.Utf8(OpenAIWire.Whole(message, "\"stop\"")));

    private static TestKit.FaultReply Chunk(FaultScene scene, string delta) =>
        scene.Reply(Raw.Sse(OpenAIWire.Chunk(delta, "null"), OpenAIWire.Chunk("{}", "\"stop\""), scene.Events.Terminal));

    private static IReadOnlyList<TestKit.FaultReply> Parts(FaultScene scene) => scene.IsStream
        ? [scene.Reply(Raw.Sse([.. scene.Answer.Pieces.Select(piece => OpenAIWire.Chunk($"{{\"content\":[{FirstPart}{piece}\"}}]}}", "null")), .. scene.Events.Ending, scene.Events.Terminal]))]
        : [Message(scene, $"{{\"content\":[{string.Join(',', scene.Answer.Pieces.Select(piece => $"{FirstPart}{piece}\"}}"))}]}}")];

    private static byte[] WithError(FaultScene scene, string error) => scene.IsStream
        ? Raw.Sse(scene.Events.All.Select(each => each.Replace("data: {", $"data: {{\"error\":{error},", StringComparison.Ordinal)))
        : Raw.Utf8($"{{\"error\":{error},{scene.Wire.Whole(scene.Answer)[1..]}");
}
