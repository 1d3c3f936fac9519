using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Servers that point elsewhere. Nothing may be sent there: it would carry the key or the prompt.</summary>
internal static class RedirectFaults
{
    public static IEnumerable<Fault> All() =>
    [
        .. new[] { 301, 302, 303, 307, 308, 300, 305 }.Select(status => new Fault($"redirect-{status}", 28)
        {
            Play = scene => [scene.Reply([], status, headers: $"Location: {scene.Foreign}v1/chat/completions")],
            Expect = _ => FailsOnce<LLMInvalidRequestException>(),
        }),
        new("redirect-without-location", 28) { Play = scene => [scene.Reply([], 302)], Expect = _ => FailsOnce<LLMInvalidRequestException>() },
        new("redirect-to-garbage", 28) { Play = scene => [scene.Reply([], 307, headers: "Location: ://\\\\")], Expect = _ => FailsOnce<LLMInvalidRequestException>() },
        new("redirect-to-the-same-host", 28) { Play = scene => [scene.Reply([], 307, headers: "Location: /elsewhere"), scene.Right()], Expect = _ => FailsOnce<LLMInvalidRequestException>() },
        new("not-modified", 28) { Play = scene => [scene.Reply([], 304)], Expect = _ => FailsOnce(typeof(LLMInvalidRequestException), typeof(LLMInvalidResponseException)) },
        new("unauthorized-asks-for-credentials", 28) { Play = scene => [scene.Reply([], 401, headers: ["WWW-Authenticate: Negotiate", "WWW-Authenticate: Basic realm=\"x\""])], Expect = _ => FailsOnce<LLMAuthenticationException>() },
        new("proxy-asks-for-credentials", 28) { Play = scene => [scene.Reply([], 407, headers: "Proxy-Authenticate: Basic realm=\"x\"")], Expect = _ => FailsOnce(typeof(LLMInvalidRequestException), typeof(LLMAuthenticationException), typeof(LLMConnectionException)) },
        new("refresh-and-alternative-service", 28)
        {
            Play = scene => [scene.Reply(scene.Body, headers: [$"Refresh: 0; url={scene.Foreign}", $"Content-Location: {scene.Foreign}", $"Alt-Svc: h2=\"{scene.Foreign.Authority}\""])],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
    ];
}
