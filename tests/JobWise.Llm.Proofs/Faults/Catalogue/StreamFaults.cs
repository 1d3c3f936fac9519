using System.Text;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Streams that end early, say too much, or write their events in unusual ways.</summary>
internal static class StreamFaults
{
    private static readonly FaultMode[] Streamed = [FaultMode.Stream];

    public static IEnumerable<Fault> All() => [.. Ends(), .. Errors(), .. AfterTheEnd(), .. BrokenEvents(), .. Forms()];

    private static IEnumerable<Fault> Ends() =>
    [
        Cut("stream-ends-by-close", scene => scene.UntilClose(Raw.Sse(scene.Events.Until(1)))),
        Cut("stream-ends-by-last-chunk", scene => Chunks(scene, scene.Events.Until(1), "0\r\n\r\n")),
        Cut("stream-ends-by-length", scene => scene.Reply(Raw.Sse(scene.Events.Until(1)))),
        Cut("stream-ends-without-last-chunk", scene => Chunks(scene, scene.Events.Until(1), "").Then(FaultStep.Close)),
        Cut("stream-ends-by-reset", scene => Chunks(scene, scene.Events.Until(1), "").Then(FaultStep.Wait(TimeSpan.FromMilliseconds(50)), FaultStep.Reset)),
        Cut("stream-ends-inside-an-event", scene => scene.UntilClose([.. Raw.Sse(scene.Events.Until(1)), .. Encoding.UTF8.GetBytes(scene.Events.Pieces[1])[..^12]])),
        Cut("stream-ends-inside-a-character", scene => scene.UntilClose([.. Raw.Sse(scene.Events.Until(1)), .. "data: {\"x\":\"\xC3"u8[..^1]])),
        Cut("stream-ends-before-the-finish-reason", scene => scene.UntilClose(Raw.Sse(scene.Events.Until(3))), pieces: 3),
        new("stream-ends-before-content", 15)
        {
            Modes = Streamed,
            Play = scene => [scene.UntilClose(Raw.Sse(scene.Events.Opening))],
            Expect = _ => Fails(typeof(LLMStreamInterruptedException), typeof(LLMConnectionException)),
        },
        new("stream-is-empty", 15, 11)
        {
            Modes = Streamed,
            Play = scene => [scene.UntilClose([])],
            Expect = _ => Fails(typeof(LLMStreamInterruptedException), typeof(LLMConnectionException), typeof(LLMInvalidResponseException)),
        },
        new("stream-without-terminal-event", 15)
        {
            Modes = Streamed,
            Play = scene => [scene.UntilClose(Raw.Sse([.. scene.Events.Until(3), .. scene.Events.Ending]))],
            Expect = scene => scene.Wire.EndsWithItsReason
                ? Gives(scene.Text) with { MostSends = 1 }
                : FailsOnce<LLMStreamInterruptedException>() with { Partial = scene.Text },
        },
        new("stream-of-the-terminal-event-alone", 15, 19)
        {
            Modes = Streamed,
            Play = scene => [scene.UntilClose(Raw.Sse(scene.Events.Terminal))],
            Expect = _ => Fails(typeof(LLMStreamInterruptedException), typeof(LLMInvalidResponseException)),
        },
        new("stream-of-comments-alone", 15)
        {
            Modes = Streamed,
            Play = scene => [scene.UntilClose(Raw.Sse(": nothing", ": at all"))],
            Expect = _ => Fails(typeof(LLMStreamInterruptedException), typeof(LLMInvalidResponseException)),
        },
    ];

    private static IEnumerable<Fault> Errors() =>
    [
        Error("error-event-before-content", 0, FaultError.Server, _ => Fails<LLMServerException>() with { LeastSends = 3 }),
        Error("overloaded-before-content-then-right", 0, FaultError.Overloaded, scene => GivesAfterRetry(scene.Text), thenRight: true),
        Error("rate-limit-event-before-content", 0, FaultError.RateLimit, _ => Fails<LLMRateLimitException>() with { LeastSends = 3 }),
        Error("quota-event-before-content", 0, FaultError.Quota, _ => FailsOnce<LLMQuotaException>()),
        Error("request-error-event-before-content", 0, FaultError.InvalidRequest, _ => FailsOnce<LLMInvalidRequestException>()),
        Error("error-event-after-content", 1, FaultError.Server, scene => FailsOnce<LLMServerException>() with { Partial = scene.FirstPiece }),
        Error("rate-limit-event-after-content", 1, FaultError.RateLimit, scene => FailsOnce<LLMRateLimitException>() with { Partial = scene.FirstPiece }),
        Error("named-error-event-after-content", 1, FaultError.Server, scene => FailsOnce<LLMServerException>() with { Partial = scene.FirstPiece }, name: "event: error\n"),
        Error("error-event-after-all-content", 3, FaultError.Server, scene => FailsOnce<LLMServerException>() with { Partial = scene.Text }),
    ];

    private static IEnumerable<Fault> AfterTheEnd() =>
    [
        After("terminal-event-twice", scene => Raw.Sse(scene.Events.Terminal)),
        After("events-after-the-terminal-event", scene => Raw.Sse(scene.Events.Pieces)),
        After("error-after-the-terminal-event", scene => Raw.Sse(scene.Wire.ErrorEvent(FaultError.Server))),
        After("garbage-after-the-terminal-event", _ => [1, 2, 3, 0xFF, (byte)'\n']),
    ];

    private static IEnumerable<Fault> BrokenEvents() =>
    [
        new("bad-json-in-the-first-event", 17) { Modes = Streamed, Play = scene => [Events(scene, ["data: {\"oops\":", .. scene.Events.All])], Expect = _ => Fails<LLMInvalidResponseException>() },
        new("bad-json-after-content", 17)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, [.. scene.Events.Until(1), "data: {\"oops\":}", .. scene.Events.Pieces.Skip(1), .. scene.Events.Ending, scene.Events.Terminal])],
            Expect = scene => FailsOnce<LLMInvalidResponseException>() with { Partial = scene.FirstPiece },
        },
        new("event-is-text", 17) { Modes = Streamed, Play = scene => [Events(scene, [.. scene.Events.Until(1), "data: hello"])], Expect = scene => FailsOnce<LLMInvalidResponseException>() with { Partial = scene.FirstPiece } },
        Ignored("unknown-event-with-json", "event: weather.changed\ndata: {\"sunny\":true}"),
        Ignored("unknown-event-with-text", "event: weather.changed\ndata: sunny", typeof(LLMInvalidResponseException)),
        Ignored("unknown-field", "mood: good\nid: 7\nretry: 100"),
        Ignored("event-without-data", "event: ping"),
        new("event-of-2-mebibytes", 17)
        {
            IsHeavy = true,
            Modes = Streamed,
            Play = scene => [Events(scene, [.. scene.Events.Until(1), $"data: {{\"x\":\"{new string('x', 2 * 1024 * 1024)}\"}}"])],
            Expect = scene => FailsOnce<LLMInvalidResponseException>() with { Partial = scene.FirstPiece },
        },
    ];

    private static IEnumerable<Fault> Forms() =>
    [
        Form("lines-end-with-cr", text => text.Replace('\n', '\r')),
        Form("lines-end-with-crlf", text => text.Replace("\n", "\r\n", StringComparison.Ordinal)),
        Form("no-space-after-the-colon", text => text.Replace(": {", ":{", StringComparison.Ordinal).Replace("data: [", "data:[", StringComparison.Ordinal)),
        Form("bom-before-the-events", text => "\uFEFF" + text),
        Form("blank-lines-before-the-events", text => "\n\r\n\n" + text),
        Form("comments-between-the-lines", text => text.Replace("data:", ": keep-alive\ndata:", StringComparison.Ordinal)),
        Form("named-message-events", text => text.Contains("event:", StringComparison.Ordinal) ? text : text.Replace("data:", "event: message\ndata:", StringComparison.Ordinal)),
        Form("ids-and-retry-fields", text => text.Replace("data:", "id: 1\nretry: 5\ndata:", StringComparison.Ordinal)),
        Form("data-over-several-lines", text => text.Replace(",\"", ",\ndata: \"", StringComparison.Ordinal)),
        Form("last-event-without-its-empty-line", text => text.TrimEnd('\n'), close: true),
        new("events-byte-by-byte-with-cr-and-bom", 18)
        {
            Modes = Streamed,
            Play = scene => [new(FaultStep.Send(scene.Head(200, "Connection: close")), FaultStep.Drip(Raw.Utf8("\uFEFF" + Text(scene).Replace('\n', '\r')), 1, TimeSpan.Zero), FaultStep.Close)],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];

    private static Fault Cut(string id, Func<FaultScene, FaultReply> reply, int pieces = 1) => new(id, 15)
    {
        Modes = Streamed,
        Play = scene => [reply(scene)],
        Expect = scene => FailsOnce<LLMStreamInterruptedException>() with { Partial = pieces == 1 ? scene.FirstPiece : scene.Text },
    };

    private static Fault Error(string id, int pieces, FaultError kind, Func<FaultScene, FaultExpectation> expect, bool thenRight = false, string name = "") => new(id, 14)
    {
        Modes = Streamed,
        Play = scene =>
        {
            var error = scene.Wire.ErrorEvent(kind);
            var failing = Events(scene, [.. scene.Events.Until(pieces), error.StartsWith("event:", StringComparison.Ordinal) ? error : name + error]);
            return thenRight ? [failing, scene.Right()] : [failing];
        },
        Expect = expect,
    };

    private static Fault After(string id, Func<FaultScene, byte[]> more) => new(id, 16)
    {
        Modes = Streamed,
        Play = scene => [scene.Reply([.. scene.Body, .. more(scene)])],
        Expect = scene => Gives(scene.Text) with { MostSends = 1 },
    };

    private static Fault Ignored(string id, string extra, params IReadOnlyList<Type> errors) => new(id, 17)
    {
        Modes = Streamed,
        Play = scene => [Events(scene, [.. scene.Events.Until(1), extra, .. scene.Events.Pieces.Skip(1), .. scene.Events.Ending, scene.Events.Terminal])],
        Expect = scene => Gives(scene.Text).Or(errors) with { MostSends = 1 },
    };

    private static Fault Form(string id, Func<string, string> form, bool close = false) => new(id, 18)
    {
        Modes = Streamed,
        Play = scene =>
        {
            var body = Raw.Utf8(form(Text(scene)));
            return [close ? scene.UntilClose(body) : scene.Reply(body)];
        },
        Expect = scene => Gives(scene.Text) with { MostSends = 1 },
    };

    private static string Text(FaultScene scene) => string.Concat(scene.Events.All.Select(each => each + "\n\n"));

    private static FaultReply Events(FaultScene scene, IReadOnlyList<string> events) => scene.UntilClose(Raw.Sse(events));

    private static FaultReply Chunks(FaultScene scene, IReadOnlyList<string> events, string end) =>
        scene.Chunked().Then(FaultStep.Send(Raw.Chunk(Raw.Sse(events))), FaultStep.Send(Encoding.ASCII.GetBytes(end)));
}
