using JobWise.Llm.Proofs.Faults.Wires;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Answers that stop for another reason than being done.</summary>
internal static class FinishFaults
{
    private static readonly FaultMode[] Plain = [FaultMode.Unary, FaultMode.Stream];
    private static readonly FaultMode[] Typed = [FaultMode.Json];

    public static IEnumerable<Fault> All() => [.. Reasons(), .. TypedReasons(), .. TypedTexts()];

    private static IEnumerable<Fault> Reasons() =>
    [
        Finish("finish-filtered", FaultFinish.Filtered, 20, scene => scene.Wire.Filtered),
        Finish("finish-length", FaultFinish.Length, 22, _ => "length"),
        Finish("finish-unheard-of", FaultFinish.Unheard, 21, scene => scene.Wire.Unheard),
        new("finish-null", 21)
        {
            Modes = [FaultMode.Unary, FaultMode.Json],
            Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Finish = FaultFinish.None }))],
            Expect = scene => Gives(scene.Text) with { Finish = "unknown", MostSends = 1 },
        },
    ];

    private static IEnumerable<Fault> TypedReasons() =>
    [
        new("finish-filtered-typed", 20)
        {
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Finish = FaultFinish.Filtered }))],
            Expect = _ => FailsOnce<LLMContentPolicyException>(),
        },
        new("finish-length-typed", 22)
        {
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(new FaultAnswer(@"{\""town\"":\""Zür") { Finish = FaultFinish.Length }))],
            Expect = _ => FailsOnce<LLMTruncatedResponseException>() with { Partial = "{\"town\":\"Zür" },
        },
        new("finish-length-typed-though-whole", 22)
        {
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Finish = FaultFinish.Length }))],
            Expect = _ => FailsOnce<LLMTruncatedResponseException>(),
        },
        new("finish-unheard-of-typed", 21)
        {
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Finish = FaultFinish.Unheard }))],
            Expect = scene => Gives(scene.Text) with { Finish = scene.Wire.Unheard, MostSends = 1 },
        },
    ];

    private static IEnumerable<Fault> TypedTexts() =>
    [
        new("typed-answer-is-prose", 11)
        {
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(new FaultAnswer("I would rather not.")))],
            Expect = _ => Fails<LLMInvalidResponseException>() with { LeastSends = 2, MostSends = 2, LeastGap = TimeSpan.Zero },
        },
        new("typed-answer-is-cut-silently", 11, 22)
        {
            // The finish reason lies: only the reader can see that the value is not whole.
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(new FaultAnswer(@"{\""town\"":\""Zürich\"",\""peo")))],
            Expect = _ => Fails<LLMInvalidResponseException>() with { MostSends = 2, LeastGap = TimeSpan.Zero },
        },
        new("typed-answer-in-a-fence", 18)
        {
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(new FaultAnswer("Here it is:\\n```json\\n", scene.Answer.Literal, "\\n```\\nEnjoy.")))],
            Expect = scene => Gives(scene.Text) with { MostSends = 1 },
        },
        new("typed-answer-wrong-then-right", 11)
        {
            Modes = Typed,
            Play = scene => [scene.Reply(scene.BodyOf(new FaultAnswer("Sorry?"))), scene.Right()],
            Expect = scene => GivesAfterRetry(scene.Text) with { LeastGap = TimeSpan.Zero },
        },
    ];

    private static Fault Finish(string id, FaultFinish finish, int row, Func<FaultScene, string> word) => new(id, row)
    {
        Modes = Plain,
        Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Finish = finish }))],
        Expect = scene => Gives(scene.Text) with { Finish = word(scene), MostSends = 1 },
    };
}
