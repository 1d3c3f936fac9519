namespace JobWise.Llm.Pipeline;

/// <summary>What an answer of the cache would have cost at today's price.</summary>
internal static class SavedPrice
{
    /// <param name="hit">With the usage of the answer that was paid for.</param>
    /// <param name="priceBook">Knows the prices.</param>
    /// <param name="timeProvider">Knows the day.</param>
    /// <returns>Null where it is not known.</returns>
    public static decimal? Of(LLMResponse hit, LLMPriceBook priceBook, TimeProvider timeProvider) =>
        priceBook.Price(LLMPricedCall.Of(hit, timeProvider.Today())).Usd;
}
