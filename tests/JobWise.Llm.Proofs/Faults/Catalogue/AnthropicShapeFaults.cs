using JobWise.Llm.Proofs.Faults.Wires;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Answers of the Messages protocol whose JSON is right and whose shape is not.</summary>
internal static class AnthropicShapeFaults
{
    private static readonly FaultMode[] Whole = [FaultMode.Unary, FaultMode.Json];
    private static readonly FaultMode[] Streamed = [FaultMode.Stream];
    private static readonly FaultMode[] Plain = [FaultMode.Unary, FaultMode.Stream];
    private static readonly Type[] NoAnswer = [typeof(LLMInvalidResponseException), typeof(LLMStreamInterruptedException)];

    public static IEnumerable<Fault> All(AnthropicWire wire) => [.. Contents(), .. Blocks(), .. Events(wire), .. Ends(), .. Limits(wire)];

    private static IEnumerable<Fault> Contents() =>
    [
        Empty("content-empty", "[]"),
        Empty("content-null", "null"),
        Empty("content-text", "\"hello\""),
        Empty("content-of-null", "[null]"),
        Empty("content-of-numbers", "[1,2]"),
        Empty("content-text-null", "[{\"type\":\"text\",\"text\":null}]"),
        Empty("content-text-missing", "[{\"type\":\"text\"}]"),
        new("content-missing", 19) { Modes = Whole, Play = scene => [scene.Reply(Raw.Utf8("{\"id\":\"msg_1\",\"type\":\"message\",\"stop_reason\":\"end_turn\"}"))], Expect = EmptyOrError },
        new("type-missing", 19)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(scene.Wire.Whole(scene.Answer).Replace("\"type\":\"message\",", "", StringComparison.Ordinal)))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("content-twice", 26)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8($"{{\"content\":[{{\"type\":\"text\",\"text\":\"first\"}}],{scene.Wire.Whole(scene.Answer)[1..]}"))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];

    private static IEnumerable<Fault> Blocks() =>
    [
        new("unknown-block-beside-the-text", 19)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(AnthropicWire.Whole($"[{{\"type\":\"hologram\",\"data\":[1]}},{{\"type\":\"text\",\"text\":\"{scene.Answer.Literal}\"}}]", "\"end_turn\"")))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("text-in-three-blocks", 19)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(AnthropicWire.Whole($"[{string.Join(',', scene.Answer.Pieces.Select(piece => $"{{\"type\":\"text\",\"text\":\"{piece}\"}}"))}]", "\"end_turn\"")))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("thinking-before-the-text", 19)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(AnthropicWire.Whole($"[{{\"type\":\"thinking\",\"thinking\":\"hm\",\"signature\":\"s\"}},{{\"type\":\"text\",\"text\":\"{scene.Answer.Literal}\"}}]", "\"end_turn\"")))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];

    private static IEnumerable<Fault> Events(AnthropicWire wire) =>
    [
        Ignored("start-twice", scene => [AnthropicWire.Start()]),
        Ignored("ping-between", _ => [AnthropicWire.Event("ping", "{\"type\":\"ping\"}")]),
        Ignored("unknown-delta", _ => [AnthropicWire.Delta("{\"type\":\"smell_delta\",\"smell\":\"rose\"}")]),
        Ignored("null-delta", _ => [AnthropicWire.Delta("null")]),
        Ignored("unknown-type", _ => [AnthropicWire.Event("weather_changed", "{\"type\":\"weather_changed\"}")]),
        Ignored("another-block-of-thinking", _ =>
        [
            AnthropicWire.BlockStart("{\"type\":\"thinking\",\"thinking\":\"\"}", 1),
            AnthropicWire.Delta("{\"type\":\"thinking_delta\",\"thinking\":\"hm\"}", 1),
            AnthropicWire.Delta("{\"type\":\"signature_delta\",\"signature\":\"s\"}", 1),
        ]),
        new("second-message-inside-the-first", 17)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), AnthropicWire.Start(id: "msg_2"), .. scene.Events.Until(3), .. scene.Events.Ending, scene.Events.Terminal]))],
            Expect = scene => FailsOnce<LLMInvalidResponseException>() with { Partial = scene.FirstPiece },
        },
        Renamed("event-names-missing", events => events.Select(each => each[(each.IndexOf('\n', StringComparison.Ordinal) + 1)..])),
        Renamed("event-names-wrong", events => events.Select(each => "event: message" + each[each.IndexOf('\n', StringComparison.Ordinal)..])),
        new("error-by-its-type-alone", 14)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), $"data: {wire.Error(FaultError.Overloaded)}"]))],
            Expect = scene => FailsOnce(typeof(LLMServerException), typeof(LLMRateLimitException)) with { Partial = scene.FirstPiece },
        },
    ];

    private static IEnumerable<Fault> Ends() =>
    [
        Stop("stop-by-context-window", "model_context_window_exceeded", "length", 22),
        Stop("stop-by-sequence", "stop_sequence", "stop", 21),
        new("stop-reason-missing", 21)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(scene.Wire.Whole(scene.Answer).Replace("\"stop_reason\":\"end_turn\",", "", StringComparison.Ordinal)))],
            Expect = scene => Gives(scene.Text) with { Finish = "unknown", MostSends = 1 },
        },
        new("stop-reason-is-a-number", 21)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Utf8(scene.Wire.Whole(scene.Answer).Replace("\"end_turn\"", "17", StringComparison.Ordinal)))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("stream-stops-without-a-reason", 15, 21)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(3), scene.Events.Terminal]))],
            Expect = scene => Gives(scene.Text).Or(typeof(LLMStreamInterruptedException)) with { MostSends = 1 },
        },
        new("stream-of-start-and-stop-alone", 15, 19)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse(AnthropicWire.Start(), scene.Events.Terminal))],
            Expect = _ => Fails(NoAnswer),
        },
    ];

    private static IEnumerable<Fault> Limits(AnthropicWire wire) =>
    [
        new("overloaded-after-content", 14)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), wire.ErrorEvent(FaultError.Overloaded)]))],
            Expect = scene => FailsOnce(typeof(LLMServerException), typeof(LLMRateLimitException)) with { Partial = scene.FirstPiece },
        },
        new("limit-headers-in-garbage", 31)
        {
            Play = scene => [scene.Reply(scene.Body, headers: ["anthropic-ratelimit-tokens-remaining: many", "anthropic-ratelimit-tokens-reset: soon"])],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];

    private static FaultExpectation EmptyOrError(FaultScene scene) => scene.Mode == FaultMode.Json
        ? Fails<LLMInvalidResponseException>() with { LeastGap = TimeSpan.Zero }
        : Gives(string.Empty).Or(NoAnswer);

    private static Fault Empty(string id, string content) => new(id, 19)
    {
        Modes = Whole,
        Play = scene => [scene.Reply(Raw.Utf8(AnthropicWire.Whole(content, "\"end_turn\"")))],
        Expect = EmptyOrError,
    };

    private static Fault Ignored(string id, Func<FaultScene, IEnumerable<string>> extra) => new(id, 17, 19)
    {
        Modes = Streamed,
        Play = scene => [scene.Reply(Raw.Sse([.. scene.Events.Until(1), .. extra(scene), .. scene.Events.Pieces.Skip(1), .. scene.Events.Ending, scene.Events.Terminal]))],
        Expect = scene => Gives(scene.Text) with { MostSends = 1 },
    };

    private static Fault Renamed(string id, Func<IEnumerable<string>, IEnumerable<string>> rename) => new(id, 18)
    {
        Modes = Streamed,
        Play = scene => [scene.Reply(Raw.Sse(rename(scene.Events.All)))],
        Expect = scene => Gives(scene.Text) with { MostSends = 1 },
    };

    private static Fault Stop(string id, string word, string finish, int row) => new(id, row)
    {
        Modes = Plain,
        Play = scene => [scene.Reply(Raw.Utf8(System.Text.Encoding.UTF8.GetString(scene.Body).Replace("end_turn", word, StringComparison.Ordinal)))],
        Expect = scene => Gives(scene.Text) with { Finish = finish, MostSends = 1 },
    };
}
