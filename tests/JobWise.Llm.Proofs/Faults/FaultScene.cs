using System.Globalization;
using System.Text;
using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Proofs.Faults;

/// <summary>Where a fault plays: in which protocol, how the answer is asked for, and where a redirect would lead.</summary>
/// <param name="Wire">The protocol's words.</param>
/// <param name="Mode">How the answer is asked for.</param>
/// <param name="Foreign">A second server, which must never hear anything.</param>
internal sealed record FaultScene(IFaultWire Wire, FaultMode Mode, Uri Foreign)
{
    private const string Prose = "Grüezi! The answer is 42 — naïve ✓ 😀, with \"quotes\".";
    private const string Json = """{"town":"Zürich 😀","people":421878}""";

    public bool IsStream => Mode == FaultMode.Stream;

    /// <summary>The right answer.</summary>
    public string Text => Mode == FaultMode.Json ? Json : Prose;

    public FaultAnswer Answer => FaultAnswer.Of(Text);

    public FaultStream Events => Wire.Stream(Answer);

    /// <summary>What has been said after the first piece.</summary>
    public string FirstPiece => Text[..FaultAnswer.Cut(Text, 1)];

    /// <summary>The right answer as bytes, whole or as events.</summary>
    public byte[] Body => BodyOf(Answer);

    public string ContentType => IsStream ? "text/event-stream" : "application/json";

    public byte[] BodyOf(FaultAnswer answer) => IsStream ? Raw.Sse(Wire.Stream(answer).All) : Raw.Utf8(Wire.Whole(answer));

    /// <summary>The right answer, unharmed.</summary>
    public FaultReply Right() => Reply(Body);

    /// <summary>A body of known length.</summary>
    public FaultReply Reply(byte[] body, int status = 200, string? contentType = null, params IReadOnlyList<string> headers) =>
        new(FaultStep.Send(Head(status, [$"Content-Length: {body.Length}", $"Content-Type: {contentType ?? ContentType}", .. headers])), FaultStep.Send(body));

    /// <summary>An error answer in the protocol's form.</summary>
    public FaultReply Fail(int status, FaultError kind, params IReadOnlyList<string> headers) =>
        Reply(Raw.Utf8(Wire.Error(kind)), status, "application/json", headers);

    /// <summary>The head of a chunked answer, whose chunks follow.</summary>
    public FaultReply Chunked(params IReadOnlyList<string> headers) =>
        new(FaultStep.Send(Head(200, ["Transfer-Encoding: chunked", $"Content-Type: {ContentType}", .. headers])));

    /// <summary>A body that ends with the connection.</summary>
    public FaultReply UntilClose(byte[] body, params IReadOnlyList<string> headers) =>
        new(FaultStep.Send(Head(200, ["Connection: close", $"Content-Type: {ContentType}", .. headers])), FaultStep.Send(body), FaultStep.Close);

    public byte[] Head(int status, params IEnumerable<string> headers) => Encoding.Latin1.GetBytes(
        string.Create(CultureInfo.InvariantCulture, $"HTTP/1.1 {status} Some reason\r\n{string.Concat(headers.Select(header => header + "\r\n"))}\r\n"));
}
