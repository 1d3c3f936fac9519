namespace JobWise.Llm.Wire;

/// <summary>Finds the output cap, which this API does not let a request leave out.</summary>
internal static class OutputCap
{
    /// <summary>Above this, Anthropic's own client refuses an answer in one piece: at its slowest pace it would take over ten minutes.</summary>
    public const int MostInOnePiece = 21_333;

    private const int Default = 16_384;

    // What the oldest models take.
    private const int DefaultOfUnknown = 4_096;

    /// <summary>The request's cap; else 16,384 tokens, or what the model takes; 4,096 for a model that nobody describes.</summary>
    public static int For(LLMRequest request, LLMModel? model)
    {
        var most = model?.MaxOutputTokens;
        if (request.MaxTokens is not { } wanted)
        {
            return most is { } cap ? Math.Min(cap, Default) : DefaultOfUnknown;
        }

        var isDefaulted = (request.Call.Defaulted & LLMDefaultedOptions.MaxTokens) != LLMDefaultedOptions.None;
        return isDefaulted && wanted > most ? most.Value : wanted;
    }
}
