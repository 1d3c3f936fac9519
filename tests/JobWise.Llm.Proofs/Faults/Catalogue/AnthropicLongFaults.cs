using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Answers asked for whole whose output cap is so high that they travel as a stream: whatever breaks it, no part of it is an answer.</summary>
internal static class AnthropicLongFaults
{
    private const int HighCap = 30_000;

    public static IEnumerable<Fault> All(AnthropicWire wire) =>
    [
        Long("long-right", 18, scene => [scene.Events.All], scene => Gives(scene.Text) with { LeastSends = 1, MostSends = 1 }),
        Long("long-ends-before-content", 15, scene => [scene.Events.Opening], _ => Fails<LLMConnectionException>()),
        Long("long-ends-after-content", 15, scene => [scene.Events.Until(1)], _ => Fails<LLMConnectionException>()),
        Long("long-ends-before-the-finish-reason", 15, scene => [scene.Events.Until(3)], _ => Fails<LLMConnectionException>()),
        Long("long-without-terminal-event", 15, scene => [[.. scene.Events.Until(3), .. scene.Events.Ending]], _ => Fails<LLMConnectionException>()),
        Long("long-ends-once-then-right", 15, scene => [scene.Events.Until(1), scene.Events.All], scene => GivesAfterRetry(scene.Text)),
        Long("long-error-event-after-content", 14, scene => [[.. scene.Events.Until(1), wire.ErrorEvent(FaultError.Server)]], _ => Fails<LLMServerException>()),
        Long("long-error-event-after-all-content", 14, scene => [[.. scene.Events.Until(3), wire.ErrorEvent(FaultError.Overloaded)]], _ => Fails(typeof(LLMServerException), typeof(LLMRateLimitException))),
        Long("long-quota-event-after-content", 14, scene => [[.. scene.Events.Until(1), wire.ErrorEvent(FaultError.Quota)]], _ => FailsOnce<LLMQuotaException>()),
        Long("long-bad-json-after-content", 17, scene => [[.. scene.Events.Until(1), "data: {\"oops\":}"]], _ => Fails<LLMInvalidResponseException>()),
        Stalled("long-stalls-before-content", scene => scene.Events.Opening),
        Stalled("long-stalls-after-content", scene => scene.Events.Until(1)),
        Stalled("long-stalls-before-the-finish-reason", scene => scene.Events.Until(3)),
    ];

    private static Fault Long(string id, int row, Func<FaultScene, IReadOnlyList<IReadOnlyList<string>>> answers, Func<FaultScene, FaultExpectation> expect) =>
        Long(id, row, scene => [.. answers(scene).Select(events => Streamed(scene, events, FaultStep.Send("0\r\n\r\n"u8.ToArray())))], expect);

    private static Fault Stalled(string id, Func<FaultScene, IReadOnlyList<string>> events) =>
        Long(id, 9, scene => [Streamed(scene, events(scene), FaultStep.Stall)], _ => Fails<LLMTimeoutException>());

    private static Fault Long(string id, int row, Func<FaultScene, IReadOnlyList<FaultReply>> play, Func<FaultScene, FaultExpectation> expect) => new(id, row)
    {
        Modes = [FaultMode.Unary, FaultMode.Json],
        MaxTokens = HighCap,
        Play = play,
        Expect = expect,
    };

    // The server streams though the caller asked for a whole answer.
    private static FaultReply Streamed(FaultScene scene, IReadOnlyList<string> events, FaultStep end) =>
        new(FaultStep.Send(scene.Head(200, "Transfer-Encoding: chunked", "Content-Type: text/event-stream")), FaultStep.Send(Raw.Chunk(Raw.Sse(events))), end);
}
