namespace JobWise.Llm.Pipeline;

/// <summary>
/// More input tokens than a request is likely to have. It counts bytes, three to a token: English has four or more, and the letters of other
/// scripts have as many more bytes as tokens.
/// </summary>
internal static class PromptBound
{
    private const int BytesPerToken = 3;
    private const int TokensPerPiece = 8;
    private const int TokensPerImage = 2_000;

    public static int Of(LLMRequest request)
    {
        var size = PromptSize.Of(request);
        var tokens = (size.Bytes / BytesPerToken) + ((long)size.Pieces * TokensPerPiece) + ((long)size.Images * TokensPerImage);
        return (int)Math.Min(int.MaxValue, tokens);
    }
}
