using System.Text;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Heads that are no HTTP, or odd HTTP.</summary>
internal static class HeadFaults
{
    private static readonly Type[] NoAnswer = [typeof(LLMConnectionException), typeof(LLMInvalidResponseException)];

    public static IEnumerable<Fault> All() =>
    [
        .. Broken(),
        Odd("status-line-without-reason", scene => [.. "HTTP/1.1 200\r\n"u8, .. Fields(scene)]),
        Odd("http-1.0", scene => [.. "HTTP/1.0 200 OK\r\n"u8, .. Fields(scene)], FaultStep.Close),
        Odd("header-names-in-capitals", scene => Encoding.ASCII.GetBytes(
            $"HTTP/1.1 200 OK\r\nCONTENT-LENGTH: {scene.Body.Length}\r\nCONTENT-TYPE: {scene.ContentType}\r\n\r\n")),
        Odd("continue-before-the-answer", scene => [.. "HTTP/1.1 100 Continue\r\n\r\n"u8, .. "HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n"u8, .. scene.Head(200, Known(scene))]),
        Odd("content-type-missing", scene => scene.Head(200, $"Content-Length: {scene.Body.Length}"), rows: 12),
        Odd("content-type-wrong", scene => scene.Head(200, $"Content-Length: {scene.Body.Length}", "Content-Type: text/plain; charset=x-unknown"), rows: 12),
        Odd("content-type-malformed", scene => scene.Head(200, $"Content-Length: {scene.Body.Length}", "Content-Type: ;;;"), rows: 12),
        Odd("cookies-and-unknown-headers", scene => scene.Head(200, [.. Known(scene), "Set-Cookie: a=b", "X-Unknown: ü", "Retry-After: 7", "Alt-Svc: h3=\":443\""])),
        new("no-content", 11)
        {
            Play = scene => [new(FaultStep.Send(scene.Head(204)))],
            Expect = _ => Fails(typeof(LLMInvalidResponseException), typeof(LLMStreamInterruptedException)),
        },
        new("switching-protocols", 6)
        {
            Play = scene => [new(FaultStep.Send(scene.Head(101, "Upgrade: websocket", "Connection: Upgrade")), FaultStep.Close)],
            Expect = _ => Fails(NoAnswer.Append(typeof(LLMInvalidRequestException)).Append(typeof(LLMServerException)).ToArray()),
        },
    ];

    private static IEnumerable<Fault> Broken() =>
    [
        Bad("not-http", "SSH-2.0-OpenSSH_9.2\r\n", 6),
        Bad("status-line-is-garbage", "HTTP/9.9 banana\r\n\r\n", 6),
        Bad("status-of-two-digits", "HTTP/1.1 20 OK\r\nContent-Length: 2\r\n\r\n{}", 6),
        Bad("header-without-colon", "HTTP/1.1 200 OK\r\nthis is no header\r\nContent-Length: 2\r\n\r\n{}", 6),
        Bad("content-length-is-no-number", "HTTP/1.1 200 OK\r\nContent-Length: abc\r\n\r\n{}", 23),
        Bad("content-length-is-negative", "HTTP/1.1 200 OK\r\nContent-Length: -5\r\n\r\n{}", 23),
        Bad("content-length-twice", "HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 900\r\n\r\n{}", 23),
        Bad("header-of-one-megabyte", $"HTTP/1.1 200 OK\r\nX-Long: {new string('x', 1024 * 1024)}\r\nContent-Length: 2\r\n\r\n{{}}", 23),
        Bad("headers-without-end", $"HTTP/1.1 200 OK\r\n{string.Concat(Enumerable.Range(0, 40_000).Select(i => $"X-{i}: y\r\n"))}", 23),
        Bad("header-name-is-no-token", "HTTP/1.1 200 OK\r\nX-Ünknown: 1\r\nContent-Length: 2\r\n\r\n{}", 6),
        Bad("chunked-and-length", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Length: 2\r\n\r\n2\r\n{}\r\n0\r\n\r\n", 6),
    ];

    private static Fault Bad(string id, string text, int row) => new(id, row)
    {
        Play = _ => [new(FaultStep.Send(Raw.Utf8(text)), FaultStep.Close)],
        Expect = _ => Fails([.. NoAnswer, typeof(LLMStreamInterruptedException)]),
    };

    private static Fault Odd(string id, Func<FaultScene, byte[]> head, FaultStep? end = null, int rows = 6) => new(id, rows)
    {
        Play = scene => [new FaultReply(FaultStep.Send(head(scene)), FaultStep.Send(scene.Body)).Then(end is null ? [] : [end])],
        Expect = scene => Gives(scene.Text) with { LeastSends = 1, MostSends = 1 },
    };

    private static string[] Known(FaultScene scene) => [$"Content-Length: {scene.Body.Length}", $"Content-Type: {scene.ContentType}"];

    private static byte[] Fields(FaultScene scene) => Encoding.ASCII.GetBytes(string.Join("\r\n", Known(scene)) + "\r\n\r\n");
}
