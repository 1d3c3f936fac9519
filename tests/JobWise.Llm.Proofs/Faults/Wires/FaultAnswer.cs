namespace JobWise.Llm.Proofs.Faults.Wires;

/// <summary>What a model says, before a protocol wraps it. The pieces are the inside of JSON strings as they stand on the wire, escapes and faults included.</summary>
/// <param name="Pieces">A stream sends one after the other, a whole answer all at once.</param>
internal sealed record FaultAnswer(params IReadOnlyList<string> Pieces)
{
    public FaultFinish Finish { get; init; } = FaultFinish.Stop;

    /// <summary>The token counts as raw JSON values.</summary>
    public string Tokens { get; init; } = "7";

    public string Literal => string.Concat(Pieces);

    /// <summary>The text in three pieces.</summary>
    public static FaultAnswer Of(string text)
    {
        var (first, second) = (Cut(text, 1), Cut(text, 2));
        return new FaultAnswer(Escape(text[..first]), Escape(text[first..second]), Escape(text[second..]));
    }

    /// <summary>Where the n-th of three pieces ends: never inside a pair of surrogates.</summary>
    public static int Cut(string text, int piece)
    {
        var at = text.Length * piece / 3;
        return char.IsLowSurrogate(text[at]) ? at - 1 : at;
    }

    private static string Escape(string text) =>
        text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal);
}
