using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Bodies that are not what was asked for.</summary>
internal static class BodyFaults
{
    private static readonly Type[] NoAnswer = [typeof(LLMInvalidResponseException), typeof(LLMStreamInterruptedException)];
    private static readonly FaultMode[] Whole = [FaultMode.Unary, FaultMode.Json];

    public static IEnumerable<Fault> All() => [.. NotJson(), .. Pages(), .. Errors(), .. Forms()];

    private static IEnumerable<Fault> NotJson() =>
    [
        Bad("body-empty", "", 11),
        Bad("body-blank", "  \r\n \t ", 11),
        Bad("body-null", "null", 11),
        Bad("body-true", "true", 11),
        Bad("body-number", "42", 11),
        Bad("body-string", "\"hello\"", 11),
        Bad("body-array", "[]", 11),
        Bad("body-array-of-null", "[null]", 11),
        Bad("body-object-empty", "{}", 11, 19),
        Bad("body-opening-brace", "{", 11),
        Bad("body-two-objects", "{}{}", 11),
        new("body-truncated-json", 11) { Modes = Whole, Play = scene => [scene.Reply(scene.Body[..^9])], Expect = _ => Fails(NoAnswer) },
        new("body-with-text-after-it", 11) { Modes = Whole, Play = scene => [scene.Reply([.. scene.Body, .. "garbage"u8])], Expect = _ => Fails(NoAnswer) },
        new("body-truncated-once-then-right", 11)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(scene.Body[..^9]), scene.Right()],
            Expect = scene => GivesAfterRetry(scene.Text),
        },
        new("body-empty-once-then-right", 11) { Play = scene => [scene.Reply([]), scene.Right()], Expect = scene => GivesAfterRetry(scene.Text) },
        new("body-binary", 11)
        {
            Play = scene => [scene.Reply([.. Enumerable.Range(0, 4096).Select(i => (byte)(i * 37))])],
            Expect = _ => Fails(NoAnswer),
        },
    ];

    private static IEnumerable<Fault> Pages() =>
    [
        Page("html-page", "<!DOCTYPE html><html><body>Welcome to the guest network</body></html>", "text/html"),
        Page("html-page-called-json", "<html><body>Sign in</body></html>", "application/json"),
        Page("html-page-called-stream", "\r\n <html><body>Sign in</body></html>", "text/event-stream"),
        Page("xml-page", "<?xml version=\"1.0\"?><Error><Code>AccessDenied</Code></Error>", "application/xml"),
        Page("plain-text", "OK", "text/plain"),
        Page("plain-text-of-lines", "upstream connect error\nreset reason: overflow\n\n", "text/plain"),
    ];

    private static IEnumerable<Fault> Errors() =>
    [
        new("200-with-rate-limit-error", 13) { Play = scene => [Ok(scene, FaultError.RateLimit)], Expect = _ => Fails<LLMRateLimitException>() with { LeastSends = 3 } },
        new("200-with-overloaded-error", 13) { Play = scene => [Ok(scene, FaultError.Overloaded)], Expect = _ => Fails(typeof(LLMServerException), typeof(LLMRateLimitException)) with { LeastSends = 3 } },
        new("200-with-quota-error", 13, 32) { Play = scene => [Ok(scene, FaultError.Quota)], Expect = _ => FailsOnce<LLMQuotaException>() },
        new("200-with-key-error", 13) { Play = scene => [Ok(scene, FaultError.Authentication)], Expect = _ => FailsOnce<LLMAuthenticationException>() },
        new("200-with-model-error", 13) { Play = scene => [Ok(scene, FaultError.ModelNotFound)], Expect = _ => FailsOnce<LLMModelNotFoundException>() },
        new("200-with-request-error", 13) { Play = scene => [Ok(scene, FaultError.InvalidRequest)], Expect = _ => FailsOnce<LLMInvalidRequestException>() },
        new("200-with-server-error-then-right", 13) { Play = scene => [Ok(scene, FaultError.Server), scene.Right()], Expect = scene => GivesAfterRetry(scene.Text) },
        new("200-with-error-as-text", 13) { Play = scene => [scene.Reply(Raw.Utf8("{\"error\":\"the engine stopped\"}"))], Expect = _ => Fails<LLMServerException>() },
        new("200-with-error-as-list", 13) { Play = scene => [scene.Reply(Raw.Utf8($"[{scene.Wire.Error(FaultError.Server)}]"))], Expect = _ => Fails(typeof(LLMServerException), typeof(LLMInvalidResponseException)) },
        new("200-with-error-detail", 13) { Play = scene => [scene.Reply(Raw.Utf8("{\"detail\":[{\"msg\":\"field required\",\"type\":\"missing\"}]}"))], Expect = _ => Fails<LLMServiceException>() },
    ];

    private static IEnumerable<Fault> Forms() =>
    [
        new("body-with-bom", 18) { Play = scene => [scene.Reply([0xEF, 0xBB, 0xBF, .. scene.Body])], Expect = scene => Gives(scene.Text) },
        new("body-after-blanks", 18) { Modes = Whole, Play = scene => [scene.Reply([.. "\r\n  \t\n"u8, .. scene.Body, .. "\n\n "u8])], Expect = scene => Gives(scene.Text) },
        new("body-byte-by-byte", 18) { Play = scene => [new(FaultStep.Send(scene.Head(200, $"Content-Length: {scene.Body.Length}")), FaultStep.Drip(scene.Body, 1, TimeSpan.Zero))], Expect = scene => Gives(scene.Text) },
        new("body-in-chunks-of-one", 18)
        {
            Play = scene => [scene.Chunked().Then(FaultStep.Send(scene.Body.SelectMany(each => Raw.Chunk([each])).Concat("0\r\n\r\n"u8.ToArray()).ToArray()))],
            Expect = scene => Gives(scene.Text),
        },
        new("body-until-close", 18) { Play = scene => [scene.UntilClose(scene.Body)], Expect = scene => Gives(scene.Text) },
        new("body-with-trailers", 18)
        {
            Play = scene => [scene.Chunked("Trailer: X-Sum").Then(FaultStep.Send(Raw.Chunk(scene.Body)), FaultStep.Send("0\r\nX-Sum: 1\r\n\r\n"u8.ToArray()))],
            Expect = scene => Gives(scene.Text),
        },
        new("body-whole-to-a-streaming-request", 18)
        {
            Modes = [FaultMode.Stream],
            Play = scene => [scene.Reply(Raw.Utf8(scene.Wire.Whole(scene.Answer)), contentType: "application/json")],
            Expect = scene => Gives(scene.Text).Or(typeof(LLMInvalidResponseException)),
        },
        new("body-stream-to-a-whole-request", 12)
        {
            Modes = Whole,
            Play = scene => [scene.Reply(Raw.Sse(scene.Events.All), contentType: "text/event-stream")],
            Expect = _ => Fails<LLMInvalidResponseException>(),
        },
    ];

    private static FaultReply Ok(FaultScene scene, FaultError kind) => scene.Reply(Raw.Utf8(scene.Wire.Error(kind)), contentType: "application/json");

    private static Fault Bad(string id, string body, params IReadOnlyList<int> rows) => new(id, rows)
    {
        Play = scene => [scene.Reply(Raw.Utf8(body))],
        Expect = _ => Fails(NoAnswer),
    };

    private static Fault Page(string id, string body, string contentType) => new(id, 12)
    {
        Play = scene => [scene.Reply(Raw.Utf8(body), contentType: contentType)],
        Expect = _ => Fails(NoAnswer),
    };
}
