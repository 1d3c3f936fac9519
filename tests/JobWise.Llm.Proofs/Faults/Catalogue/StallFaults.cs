using System.Text;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Servers that keep the caller waiting. A timeout is never reported as a cancellation.</summary>
internal static class StallFaults
{
    private static readonly TimeSpan Slow = TimeSpan.FromMilliseconds(150);
    private static readonly FaultMode[] Streamed = [FaultMode.Stream];
    private static readonly FaultMode[] Whole = [FaultMode.Unary, FaultMode.Json];

    public static IEnumerable<Fault> All() => [.. BeforeBody(), .. InBody(), .. InStream(), .. Pings()];

    private static IEnumerable<Fault> BeforeBody() =>
    [
        new("stall-on-connect", 7, 37) { OnConnect = new(FaultStep.Stall), Play = scene => [scene.Right()], Expect = _ => Fails<LLMTimeoutException>() },
        new("stall-after-request", 7, 37) { Play = _ => [new(FaultStep.Stall)], Expect = _ => Fails<LLMTimeoutException>() },
        new("stall-in-headers", 7, 37) { Play = _ => [new(FaultStep.Send("HTTP/1.1 200 OK\r\nContent-"u8.ToArray()), FaultStep.Stall)], Expect = _ => Fails<LLMTimeoutException>() },
        new("headers-byte-by-byte-for-ever", 7)
        {
            Play = _ => [new(FaultStep.Drip(Encoding.ASCII.GetBytes("HTTP/1.1 200 OK\r\nX-Slow: " + new string('x', 1000)), 1, Slow), FaultStep.Stall)],
            Expect = _ => Fails<LLMTimeoutException>(),
        },
        new("stall-once-then-right", 7) { Play = scene => [new(FaultStep.Stall), scene.Right()], Expect = scene => GivesAfterRetry(scene.Text) },
        new("endless-continue", 7)
        {
            Play = _ => [new(FaultStep.Repeat("HTTP/1.1 100 Continue\r\n\r\n"u8.ToArray(), 200, TimeSpan.FromMilliseconds(20)), FaultStep.Stall)],
            Expect = _ => Fails(typeof(LLMTimeoutException), typeof(LLMConnectionException)),
        },
    ];

    private static IEnumerable<Fault> InBody() =>
    [
        new("stall-before-body", 8, 37) { Play = scene => [Part(scene, 0, FaultStep.Stall)], Expect = _ => Fails<LLMTimeoutException>() },
        new("stall-in-body", 8, 37) { Modes = Whole, Play = scene => [Part(scene, 60, FaultStep.Stall)], Expect = _ => Fails<LLMTimeoutException>() },
        new("stall-before-last-byte", 8) { Modes = Whole, Play = scene => [Part(scene, scene.Body.Length - 1, FaultStep.Stall)], Expect = _ => Fails<LLMTimeoutException>() },
        new("body-byte-by-byte-for-ever", 8) { Modes = Whole, Play = scene => [new(FaultStep.Send(scene.Head(200, "Content-Length: 5000")), FaultStep.Drip(new byte[5000], 1, Slow))], Expect = _ => Fails<LLMTimeoutException>() },
        new("blanks-for-ever", 8, 10)
        {
            Play = scene => [scene.Chunked().Then(FaultStep.Repeat(Raw.Chunk(" "u8.ToArray()), 100, Slow))],
            Expect = _ => Fails<LLMTimeoutException>(),
        },
        new("stall-in-error-body", 8)
        {
            Play = scene => [new(FaultStep.Send(scene.Head(500, "Content-Length: 900", "Content-Type: application/json")), FaultStep.Send("{\"error\":"u8.ToArray()), FaultStep.Stall)],
            Expect = _ => Fails(typeof(LLMTimeoutException), typeof(LLMServerException)),
        },
    ];

    private static IEnumerable<Fault> InStream() =>
    [
        new("stream-stalls-before-content", 9) { Modes = Streamed, Play = scene => [Events(scene, scene.Events.Opening, FaultStep.Stall)], Expect = _ => Fails<LLMTimeoutException>() },
        new("stream-stalls-after-content", 9, 37)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, scene.Events.Until(1), FaultStep.Stall)],
            Expect = scene => FailsOnce<LLMTimeoutException>() with { Partial = scene.FirstPiece },
        },
        new("stream-stalls-inside-an-event", 9)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, scene.Events.Until(1), FaultStep.Send(Raw.Chunk("data: {\"cho"u8.ToArray())), FaultStep.Stall)],
            Expect = scene => FailsOnce<LLMTimeoutException>() with { Partial = scene.FirstPiece },
        },
        new("stream-stalls-after-the-finish-reason", 9)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, [.. scene.Events.Until(3), .. scene.Events.Ending], FaultStep.Stall)],
            Expect = scene => Gives(scene.Text).Or(typeof(LLMTimeoutException)) with { MostSends = 1 },
        },
        new("stream-stays-open-after-its-end", 9, 16)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, scene.Events.All, FaultStep.Stall)],
            Expect = scene => Gives(scene.Text) with { MostSends = 1, Within = TimeSpan.FromSeconds(1) },
        },
        new("stream-stalls-once-then-right", 9)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, scene.Events.Opening, FaultStep.Stall), scene.Right()],
            Expect = scene => GivesAfterRetry(scene.Text),
        },
        new("stream-slow-but-steady", 9)
        {
            Modes = Streamed,
            Play = scene => [scene.Chunked().Then(scene.Events.All.SelectMany(each => new[] { FaultStep.Send(Raw.Chunk(Raw.Sse(each))), FaultStep.Wait(TimeSpan.FromMilliseconds(60)) }))
                .Then(FaultStep.Send("0\r\n\r\n"u8.ToArray()))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];

    private static IEnumerable<Fault> Pings() =>
    [
        Ping("comments-for-ever", ": ping"),
        Ping("ping-events-for-ever", "event: ping\ndata: {\"type\":\"ping\"}"),
        Ping("empty-data-for-ever", "data:"),
        Ping("empty-lines-for-ever", ""),
        new("comments-for-ever-after-content", 10)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, scene.Events.Until(1), FaultStep.Repeat(Raw.Chunk(": ping\n\n"u8.ToArray()), 200, TimeSpan.FromMilliseconds(30)))],
            Expect = scene => FailsOnce<LLMTimeoutException>() with { Partial = scene.FirstPiece },
        },
        new("comments-then-right", 10, 18)
        {
            Modes = Streamed,
            Play = scene => [Events(scene, [": one", ": two", .. scene.Events.All], FaultStep.Send("0\r\n\r\n"u8.ToArray()))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];

    private static Fault Ping(string id, string ping) => new(id, 10)
    {
        Modes = Streamed,
        Play = scene => [scene.Chunked().Then(FaultStep.Repeat(Raw.Chunk(Raw.Utf8(ping + "\n\n")), 200, TimeSpan.FromMilliseconds(30)))],
        Expect = _ => Fails<LLMTimeoutException>(),
    };

    private static FaultReply Events(FaultScene scene, IReadOnlyList<string> events, params IReadOnlyList<FaultStep> end) =>
        scene.Chunked().Then(FaultStep.Send(Raw.Chunk(Raw.Sse(events)))).Then(end);

    private static FaultReply Part(FaultScene scene, int bytes, FaultStep end) => new(
        FaultStep.Send(scene.Head(200, $"Content-Length: {scene.Body.Length}", $"Content-Type: {scene.ContentType}")),
        FaultStep.Send(scene.Body.AsMemory(0, bytes)),
        end);
}
