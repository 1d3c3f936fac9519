using JobWise.Llm.Proofs.Faults.Wires;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Error answers by their status. What cannot get better is sent once; what can is tried three times with a pause.</summary>
internal static class StatusFaults
{
    private static readonly int[] Transient = [408, 409, 425, 500, 502, 503, 504, 520, 522, 524, 529, 498];
    private static readonly int[] Permanent = [400, 404, 405, 406, 410, 415, 418, 421, 422, 431, 451, 501, 505];

    public static IEnumerable<Fault> All() => [.. Named(), .. Others()];

    // The whole table, in one mode: what a status means does not depend on how the answer is asked for.
    private static IEnumerable<Fault> Others() => Enumerable.Range(300, 300).Except(Transient).Except(Permanent).Select(status => new Fault($"status-{status}", 33)
    {
        Modes = [FaultMode.Unary],
        IsQuick = false,
        Play = scene => [scene.Reply(Raw.Utf8("{}"), status, "application/json")],
        Expect = _ => status switch
        {
            429 or >= 500 => Fails(typeof(LLMServerException), typeof(LLMRateLimitException)) with { LeastSends = 3, MostSends = 3 },
            _ => FailsOnce<LLMServiceException>(),
        },
    });

    private static IEnumerable<Fault> Named() =>
    [
        .. Transient.Select(status => new Fault($"status-{status}", 33)
        {
            Play = scene => [scene.Fail(status, FaultError.Server)],
            Expect = _ => Fails(typeof(LLMServerException), typeof(LLMRateLimitException)) with { LeastSends = 3, MostSends = 3 },
        }),
        .. Permanent.Select(status => new Fault($"status-{status}", 33)
        {
            Play = scene => [scene.Fail(status, FaultError.InvalidRequest)],

            // Groq's 422 stands for an output of the model that it refused.
            Expect = _ => status == 422 ? FailsOnce(typeof(LLMInvalidRequestException), typeof(LLMInvalidResponseException)) : FailsOnce<LLMInvalidRequestException>(),
        }),
        Known(FaultError.Authentication, _ => FailsOnce<LLMAuthenticationException>(), 33, 34),
        Known(FaultError.Permission, _ => FailsOnce<LLMPermissionException>(), 33),
        Known(FaultError.ModelNotFound, _ => FailsOnce<LLMModelNotFoundException>(), 33),
        Known(FaultError.TooLarge, _ => FailsOnce<LLMContextLengthException>(), 33),
        Known(FaultError.RateLimit, _ => Fails<LLMRateLimitException>() with { LeastSends = 3, MostSends = 3 }, 33),
        Known(FaultError.Overloaded, _ => Fails(typeof(LLMServerException), typeof(LLMRateLimitException)) with { LeastSends = 3, MostSends = 3 }, 33),
        new("status-503-then-right", 33) { Play = scene => [scene.Fail(503, FaultError.Server), scene.Right()], Expect = scene => GivesAfterRetry(scene.Text) },
        new("status-429-then-right", 33) { Play = scene => [scene.Fail(429, FaultError.RateLimit), scene.Right()], Expect = scene => GivesAfterRetry(scene.Text) },
        Body("status-503-with-page", 503, "<html><body>Service Unavailable</body></html>", _ => Fails<LLMServerException>() with { LeastSends = 3 }),
        Body("status-403-with-page", 403, "<html><body>You are blocked</body></html>", _ => FailsOnce<LLMPermissionException>()),
        Body("status-500-without-body", 500, "", _ => Fails<LLMServerException>() with { LeastSends = 3 }),
        Body("status-400-without-body", 400, "", _ => FailsOnce<LLMInvalidRequestException>()),
        Body("status-500-with-cut-json", 500, "{\"error\":{\"mess", _ => Fails<LLMServerException>() with { LeastSends = 3 }),
        Body("status-429-with-null-error", 429, "{\"error\":null}", _ => Fails<LLMRateLimitException>() with { LeastSends = 3 }),
        Body("error-echoes-the-key", 401, $"{{\"error\":{{\"message\":\"Wrong key {Subjects.FaultWatch.Key}, sent as Bearer {Subjects.FaultWatch.Key}.\"}}}}", _ => FailsOnce<LLMAuthenticationException>(), 47),
        Body("error-page-echoes-the-prompt", 500, $"<html>{Subjects.FaultWatch.Prompt}</html>", _ => Fails<LLMServerException>(), 48),
    ];

    private static Fault Known(FaultError kind, Func<FaultScene, FaultExpectation> expect, params IReadOnlyList<int> rows) =>
        new($"error-{kind.ToString().ToLowerInvariant()}", rows)
        {
            Play = scene => [scene.Fail(scene.Wire.StatusOf(kind), kind)],
            Expect = expect,
        };

    private static Fault Body(string id, int status, string body, Func<FaultScene, FaultExpectation> expect, int row = 33) => new(id, row)
    {
        Play = scene => [scene.Reply(Raw.Utf8(body), status, body.StartsWith('<') ? "text/html" : "application/json")],
        Expect = expect,
    };
}
