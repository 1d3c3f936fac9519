namespace JobWise.Llm.Pipeline;

/// <summary>Where answers are kept. What cannot be read is not there: a store never throws but for the caller's own cancellation.</summary>
internal interface IResponseStore
{
    /// <summary>What can be told without waiting; null is no word on whether <see cref="FindAsync"/> finds it.</summary>
    LLMResponse? FindNow(LLMCacheKey key);

    ValueTask<LLMResponse?> FindAsync(LLMCacheKey key, CancellationToken cancellationToken);

    /// <summary>Does not wait for the end: the caller has its answer, and neither its time nor its cancellation is the store's affair.</summary>
    void Save(LLMCacheKey key, LLMResponse response, TimeSpan timeToLive);
}
