namespace JobWise.Llm;

/// <summary>A place in a text where JSON begins.</summary>
/// <param name="Start">The offset of its opening bracket.</param>
/// <param name="End">The offset behind its end.</param>
/// <param name="State">Whether it can be read.</param>
internal sealed record JsonPiece(int Start, int End, JsonPieceState State)
{
    public ReadOnlySpan<byte> In(ReadOnlySpan<byte> text) => text[Start..End];
}
