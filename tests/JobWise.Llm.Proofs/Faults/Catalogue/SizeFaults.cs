using System.IO.Compression;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Too much, a lie about how much, and what hides how much.</summary>
internal static class SizeFaults
{
    private const int Megabyte = 1024 * 1024;
    private static readonly byte[] Blanks = Filled(64 * 1024, (byte)' ');
    private static readonly byte[] Letters = Filled(64 * 1024, (byte)'x');
    private static readonly Lazy<byte[]> Bomb = new(() => Raw.GzipOfBlanks(64, Megabyte));
    private static readonly FaultMode[] Streamed = [FaultMode.Stream];
    private static readonly FaultMode[] Whole = [FaultMode.Unary, FaultMode.Json];
    private static readonly Type[] Broken = [typeof(LLMInvalidResponseException), typeof(LLMConnectionException), typeof(LLMStreamInterruptedException)];

    public static IEnumerable<Fault> All() => [.. Large(), .. Lies(), .. Compressed()];

    private static IEnumerable<Fault> Large() =>
    [
        new("body-of-17-mebibytes", 23) { IsHeavy = true, Modes = Whole, Play = scene => [Large(scene, "{\"x\":\"", Letters, 17 * 16)], Expect = _ => Fails<LLMInvalidResponseException>() },
        new("body-endless", 23)
        {
            IsHeavy = true,
            Modes = Whole,
            Play = scene => [scene.UntilClose([]).Steps is [var head, ..] ? new(head, FaultStep.Send("{\"x\":\""u8.ToArray()), FaultStep.Repeat(Letters, 100_000)) : new()],
            Expect = _ => Fails<LLMInvalidResponseException>(),
        },
        new("error-body-endless", 23)
        {
            IsHeavy = true,
            Play = scene => [new(FaultStep.Send(scene.Head(500, "Connection: close")), FaultStep.Repeat(Letters, 100_000))],
            Expect = _ => Fails<LLMServerException>(),
        },
        new("stream-of-one-endless-line", 17, 23) { IsHeavy = true, Modes = Streamed, Play = scene => [Large(scene, "data: {\"x\":\"", Letters, 100_000)], Expect = _ => Fails<LLMInvalidResponseException>() },
        new("stream-of-one-endless-comment", 17) { IsHeavy = true, Modes = Streamed, Play = scene => [Large(scene, ": ", Letters, 100_000)], Expect = _ => Fails<LLMInvalidResponseException>() },
        new("stream-of-one-endless-event", 17)
        {
            IsHeavy = true,
            Modes = Streamed,
            Play = scene => [Large(scene, "", Raw.Utf8(string.Concat(Enumerable.Repeat($"data: {new string('x', 990)}\n", 64))), 100_000)],
            Expect = _ => Fails<LLMInvalidResponseException>(),
        },
        new("stream-of-endless-content", 23)
        {
            IsHeavy = true,
            Modes = Streamed,
            Play = scene => [Endless(scene)],
            Expect = _ => FailsOnce<LLMInvalidResponseException>() with { Within = TimeSpan.FromSeconds(3) },
        },
        new("stream-of-endless-blanks", 23) { IsHeavy = true, Modes = Streamed, Play = scene => [Large(scene, "", Blanks, 100_000)], Expect = _ => Fails<LLMInvalidResponseException>() },
    ];

    private static IEnumerable<Fault> Lies() =>
    [
        new("content-length-too-long-then-close", 23) { Play = scene => [Lying(scene, 500, FaultStep.Close)], Expect = scene => scene.IsStream ? Gives(scene.Text).Or(Broken) : Fails<LLMConnectionException>() },
        new("content-length-too-long-then-stall", 23) { Modes = Whole, Play = scene => [Lying(scene, 500, FaultStep.Stall)], Expect = _ => Fails<LLMTimeoutException>() },
        new("content-length-of-a-terabyte", 23) { Play = scene => [Lying(scene, 1L << 40, FaultStep.Close)], Expect = scene => scene.IsStream ? Gives(scene.Text).Or(Broken) : Fails(Broken) },
        new("content-length-too-short", 23)
        {
            Play = scene => [Lying(scene, -30, FaultStep.Wait(TimeSpan.FromMilliseconds(20)))],
            Expect = scene => scene.IsStream ? Gives(scene.Text).Or(Broken) : Fails(Broken),
        },
        new("content-length-zero", 11, 23) { Play = scene => [Lying(scene, -scene.Body.Length, FaultStep.Wait(TimeSpan.FromMilliseconds(20)))], Expect = _ => Fails(Broken) },
    ];

    private static IEnumerable<Fault> Compressed() =>
    [
        Coded("gzip-nobody-asked-for", "gzip", Raw.Gzip),
        Coded("brotli-nobody-asked-for", "br", content => Pack(content, target => new BrotliStream(target, CompressionLevel.Fastest))),
        Coded("deflate-nobody-asked-for", "deflate", content => Pack(content, target => new ZLibStream(target, CompressionLevel.Fastest))),
        new("gzip-bomb", 27) { IsHeavy = true, Play = scene => [scene.Reply(Bomb.Value, headers: "Content-Encoding: gzip")], Expect = _ => Fails<LLMInvalidResponseException>() },
        new("gzip-bomb-as-error", 27) { IsHeavy = true, Play = scene => [scene.Reply(Bomb.Value, 500, headers: "Content-Encoding: gzip")], Expect = _ => Fails<LLMServerException>() },
        new("gzip-cut", 27) { Play = scene => [scene.Reply(Raw.Gzip(scene.Body)[..^40], headers: "Content-Encoding: gzip")], Expect = scene => scene.IsStream ? Gives(scene.Text).Or(Broken) : Fails(Broken) },
        Cut("gzip-stream-cut-between-blocks", scene => scene.UntilClose(Cut(scene, 0), "Content-Encoding: gzip")),
        Cut("gzip-stream-cut-in-a-block", scene => scene.UntilClose(Cut(scene, 3), "Content-Encoding: gzip")),
        Cut("gzip-stream-cut-by-length", scene => scene.Reply(Cut(scene, 3), headers: "Content-Encoding: gzip")),
        new("gzip-corrupt", 27) { Play = scene => [scene.Reply([0x1f, 0x8b, 8, 0, 1, 2, 3, 4, 5, 6, 7, 8, 9], headers: "Content-Encoding: gzip")], Expect = _ => Fails(Broken) },
        new("gzip-that-is-none", 27) { Play = scene => [scene.Reply(scene.Body, headers: "Content-Encoding: gzip")], Expect = _ => Fails(Broken) },
        new("encoding-unknown", 27) { Play = scene => [scene.Reply(scene.Body, headers: "Content-Encoding: zstd")], Expect = _ => Fails(Broken) },
    ];

    private static Fault Cut(string id, Func<FaultScene, FaultReply> reply) => new(id, 15, 27)
    {
        Modes = Streamed,
        Play = scene => [reply(scene)],
        Expect = scene => FailsOnce<LLMStreamInterruptedException>() with { Partial = scene.FirstPiece },
    };

    private static byte[] Cut(FaultScene scene, int left) => Raw.GzipCut(Raw.Sse(scene.Events.Until(1)), Raw.Sse([.. scene.Events.Pieces.Skip(1), .. scene.Events.Ending, scene.Events.Terminal]), left);

    private static Fault Coded(string id, string encoding, Func<byte[], byte[]> pack) => new(id, 27)
    {
        Play = scene => [scene.Reply(pack(scene.Body), headers: $"Content-Encoding: {encoding}")],
        Expect = scene => Gives(scene.Text).Or(typeof(LLMInvalidResponseException)),
    };

    private static FaultReply Large(FaultScene scene, string start, byte[] block, int times) => new(
        FaultStep.Send(scene.Head(200, "Connection: close", $"Content-Type: {scene.ContentType}")),
        FaultStep.Send(Raw.Utf8(start)),
        FaultStep.Repeat(block, times),
        FaultStep.Close);

    private static FaultReply Endless(FaultScene scene)
    {
        var piece = scene.Wire.Stream(new FaultAnswer(new string('x', 10_000))).Pieces;
        return Large(scene, string.Concat(scene.Events.Opening.Select(each => each + "\n\n")), Raw.Sse(piece), 100_000);
    }

    private static FaultReply Lying(FaultScene scene, long more, FaultStep end) => new(
        FaultStep.Send(scene.Head(200, $"Content-Length: {scene.Body.Length + more}", $"Content-Type: {scene.ContentType}")),
        FaultStep.Send(scene.Body),
        end);

    private static byte[] Pack(byte[] content, Func<Stream, Stream> open)
    {
        using var target = new MemoryStream();
        using (var packer = open(target))
        {
            packer.Write(content);
        }

        return target.ToArray();
    }

    private static byte[] Filled(int length, byte value)
    {
        var bytes = new byte[length];
        bytes.AsSpan().Fill(value);
        return bytes;
    }
}
