using System.Text;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>No connection, or one that is cut.</summary>
internal static class ConnectionFaults
{
    public static IEnumerable<Fault> All() => [.. Unreachable(), .. BeforeHeaders(), .. InHeaders(), .. InBody()];

    private static IEnumerable<Fault> Unreachable() =>
    [
        new("dns-no-such-host", 1)
        {
            Address = _ => new Uri("https://no-such-host.invalid/"),
            Play = scene => [scene.Right()],
            Expect = _ => Fails<LLMConnectionException>(),
        },
        new("connect-refused", 3)
        {
            // Port 1 of this machine: a free port could be taken by another case meanwhile.
            Address = _ => new Uri("http://127.0.0.1:1/"),
            Play = scene => [scene.Right()],
            Expect = _ => Fails<LLMConnectionException>(),
        },
        new("tls-to-a-plain-server", 4)
        {
            Address = server => new UriBuilder(server) { Scheme = "https" }.Uri,
            OnConnect = new(FaultStep.Send("HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n"u8.ToArray()), FaultStep.Close),
            Play = scene => [scene.Right()],
            Expect = _ => Fails<LLMConnectionException>(),
        },
        new("tls-cut-in-the-handshake", 4)
        {
            Address = server => new UriBuilder(server) { Scheme = "https" }.Uri,
            OnConnect = new(FaultStep.Reset),
            Play = scene => [scene.Right()],
            Expect = _ => Fails<LLMConnectionException>(),
        },
    ];

    private static IEnumerable<Fault> BeforeHeaders() =>
    [
        new("reset-on-connect", 5) { OnConnect = new(FaultStep.Reset), Play = scene => [scene.Right()], Expect = _ => Fails<LLMConnectionException>() },
        new("close-on-connect", 5) { OnConnect = new(FaultStep.Close), Play = scene => [scene.Right()], Expect = _ => Fails<LLMConnectionException>() },
        new("reset-after-request", 5) { Play = _ => [new(FaultStep.Reset)], Expect = _ => Fails<LLMConnectionException>() with { LeastSends = 3, MostSends = 3 } },
        new("close-after-request", 5) { Play = _ => [new(FaultStep.Close)], Expect = _ => Fails<LLMConnectionException>() with { LeastSends = 3, MostSends = 3 } },
        new("reset-once-then-right", 5) { Play = scene => [new(FaultStep.Reset), scene.Right()], Expect = scene => GivesAfterRetry(scene.Text) },
        new("close-twice-then-right", 5)
        {
            Play = scene => [new(FaultStep.Close), new(FaultStep.Close), scene.Right()],
            Expect = scene => Gives(scene.Text) with { LeastSends = 3, MostSends = 3 },
        },
    ];

    private static IEnumerable<Fault> InHeaders() =>
    [
        new("reset-in-status-line", 6) { Play = _ => [Cut("HTTP/1.1 20", FaultStep.Reset)], Expect = _ => Fails<LLMConnectionException>() },
        new("close-in-status-line", 6) { Play = _ => [Cut("HTTP/1.1 20", FaultStep.Close)], Expect = _ => Fails<LLMConnectionException>() },
        new("reset-in-headers", 6) { Play = _ => [Cut("HTTP/1.1 200 OK\r\nContent-Ty", FaultStep.Reset)], Expect = _ => Fails<LLMConnectionException>() },
        new("close-in-headers", 6) { Play = _ => [Cut("HTTP/1.1 200 OK\r\nContent-Ty", FaultStep.Close)], Expect = _ => Fails<LLMConnectionException>() },
        new("close-in-headers-then-right", 6)
        {
            Play = scene => [Cut("HTTP/1.1 200 OK\r\nContent-Ty", FaultStep.Close), scene.Right()],
            Expect = scene => GivesAfterRetry(scene.Text),
        },
    ];

    private static IEnumerable<Fault> InBody() =>
    [
        new("reset-in-body", 6) { Play = scene => [Part(scene, 5, FaultStep.Wait(TimeSpan.FromMilliseconds(50)), FaultStep.Reset)], Expect = ExpectCut },
        new("close-in-body", 6) { Play = scene => [Part(scene, 5, FaultStep.Close)], Expect = ExpectCut },
        new("close-before-body", 6) { Play = scene => [Part(scene, 0, FaultStep.Close)], Expect = _ => Fails<LLMConnectionException>() },
        new("close-in-body-then-right", 6)
        {
            Modes = [FaultMode.Unary, FaultMode.Json],
            Play = scene => [Part(scene, 40, FaultStep.Close), scene.Right()],
            Expect = scene => GivesAfterRetry(scene.Text),
        },
        new("chunk-cut", 6)
        {
            Play = scene => [scene.Chunked().Then(FaultStep.Send("ffff\r\n"u8.ToArray()), FaultStep.Send(scene.Body.AsMemory(0, 5)), FaultStep.Close)],
            Expect = ExpectCut,
        },
        new("chunk-size-is-garbage", 6)
        {
            Play = scene => [scene.Chunked().Then(FaultStep.Send("zz\r\n"u8.ToArray()), FaultStep.Send(scene.Body))],
            Expect = _ => Fails(typeof(LLMConnectionException), typeof(LLMInvalidResponseException)),
        },
        new("chunk-size-overflows", 6)
        {
            Play = scene => [scene.Chunked().Then(FaultStep.Send("ffffffffffffffffffff\r\n"u8.ToArray()), FaultStep.Send(scene.Body))],
            Expect = _ => Fails(typeof(LLMConnectionException), typeof(LLMInvalidResponseException)),
        },
    ];

    // A stream that ends inside its first event has brought nothing; the reader may call it a cut connection or a cut answer.
    private static FaultExpectation ExpectCut(FaultScene scene) =>
        scene.IsStream ? Fails(typeof(LLMConnectionException), typeof(LLMStreamInterruptedException)) : Fails<LLMConnectionException>();

    private static FaultReply Cut(string text, FaultStep end) =>
        new(FaultStep.Send(Encoding.ASCII.GetBytes(text)), FaultStep.Wait(TimeSpan.FromMilliseconds(20)), end);

    private static FaultReply Part(FaultScene scene, int bytes, params IReadOnlyList<FaultStep> end) => new FaultReply(
        FaultStep.Send(scene.Head(200, $"Content-Length: {scene.Body.Length}", $"Content-Type: {scene.ContentType}")),
        FaultStep.Send(scene.Body.AsMemory(0, bytes))).Then(end);
}
