using JobWise.Llm.Proofs.Faults.Wires;
using JobWise.Llm.TestKit;
using static JobWise.Llm.Proofs.Faults.FaultExpectation;

namespace JobWise.Llm.Proofs.Faults.Catalogue;

/// <summary>Characters and numbers at the edge of JSON.</summary>
internal static class TextFaults
{
    private static readonly FaultMode[] Plain = [FaultMode.Unary, FaultMode.Stream];
    private static readonly FaultMode[] Streamed = [FaultMode.Stream];
    private static readonly Type[] Invalid = [typeof(LLMInvalidResponseException)];

    public static IEnumerable<Fault> All() =>
    [
        Text("invalid-utf8-in-the-text", $"a{Raw.InvalidByte}b", "a\uFFFDb"),
        Text("lone-high-surrogate", @"a\ud800b", "a\uFFFDb"),
        Text("lone-low-surrogate", @"a\udc00b", "a\uFFFDb"),
        Text("nul-in-the-text", @"a\u0000b", "a\0b", canFail: false),
        Text("escaped-surrogate-pair", @"a\ud83d\ude00b", "a😀b", canFail: false),
        Text("raw-control-character", "a\u0001b", "a\u0001b"),
        new("surrogate-pair-in-two-events", 25)
        {
            Modes = Streamed,
            Play = scene => [scene.Reply(scene.BodyOf(new FaultAnswer("Grüezi ", @"\ud83d", @"\ude00 there")))],
            Expect = _ => Gives("Grüezi 😀 there").Or(typeof(LLMInvalidResponseException), typeof(LLMStreamInterruptedException)) with { Partial = "Grüezi " },
        },
        new("invalid-utf8-between-members", 25)
        {
            Play = scene => [scene.Reply(Raw.Utf8(System.Text.Encoding.UTF8.GetString(scene.Body).Replace("{\"id\"", $"{{{Raw.InvalidByte}\"id\"", StringComparison.Ordinal)
                .Replace("{\"type\"", $"{{{Raw.InvalidByte}\"type\"", StringComparison.Ordinal)))],
            Expect = _ => Fails([.. Invalid, typeof(LLMStreamInterruptedException)]),
        },
        new("utf8-split-inside-a-character", 18, 25) { Play = SplitInCharacters, Expect = scene => Gives(scene.Text) },
        Numbers("tokens-negative", "-7"),
        Numbers("tokens-beyond-double", "1e400"),
        Numbers("tokens-beyond-long", "99999999999999999999"),
        Numbers("tokens-fraction", "7.5"),
        Numbers("tokens-as-text", "\"7\""),
        Numbers("tokens-null", "null"),
        Numbers("tokens-as-object", "{\"deep\":[1]}"),
        new("tokens-nan", 26)
        {
            Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Tokens = "NaN" }))],
            Expect = scene => Gives(scene.Text).Or([.. Invalid, typeof(LLMStreamInterruptedException)]),
        },
        Nested("nesting-of-60", 50, canAnswer: true),
        Nested("nesting-of-65", 65),
        Nested("nesting-of-a-million", 1_000_000),
    ];

    private static Fault Text(string id, string literal, string text, bool canFail = true) => new(id, 25)
    {
        Modes = Plain,
        Play = scene => [scene.Reply(scene.BodyOf(new FaultAnswer(literal)))],
        Expect = _ => Gives(text).Or(canFail ? Invalid : []),
    };

    private static Fault Numbers(string id, string tokens) => new(id, 26)
    {
        Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Tokens = tokens }))],
        Expect = scene => Gives(scene.Text) with { MostSends = 1 },
    };

    // In the place of a token count, where a reader must pass over it or say that it cannot.
    private static Fault Nested(string id, int depth, bool canAnswer = false) => new(id, 24)
    {
        Play = scene => [scene.Reply(scene.BodyOf(scene.Answer with { Tokens = new string('[', depth) + new string(']', depth) }))],
        IsHeavy = depth > 1000,
        Expect = scene => canAnswer ? Gives(scene.Text) : Gives(scene.Text).Or([.. Invalid, typeof(LLMStreamInterruptedException)]),
    };

    private static IReadOnlyList<FaultReply> SplitInCharacters(FaultScene scene)
    {
        var body = scene.Body;
        var at = body.AsSpan().IndexOf((byte)0xC3) + 1;
        return
        [
            new(
                FaultStep.Send(scene.Head(200, $"Content-Length: {body.Length}", $"Content-Type: {scene.ContentType}")),
                FaultStep.Send(body.AsMemory(0, at)),
                FaultStep.Wait(TimeSpan.FromMilliseconds(50)),
                FaultStep.Send(body.AsMemory(at))),
        ];
    }
}
