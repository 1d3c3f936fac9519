namespace JobWise.Llm;

/// <summary>The one fold from a stream to its response.</summary>
public static class LLMStreamExtensions
{
    /// <summary>Reads the stream to its end and returns the response that its last update carries.</summary>
    /// <param name="updates">A stream that was not read yet; reading it makes the call.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    /// <exception cref="LLMStreamInterruptedException">The stream ended without its last update; the text so far is on the exception.</exception>
    public static async Task<LLMResponse> ToResponseAsync(
        this IAsyncEnumerable<LLMStreamUpdate> updates,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(updates);
        var soFar = new LLMStreamAccumulator();
        await foreach (var update in updates.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            soFar.Add(update);
        }

        return soFar.Response ?? throw new LLMStreamInterruptedException(
            "The stream ended without its last update, so its answer is incomplete. Ask again, or use what PartialText holds.",
            new LLMErrorDetails { PartialText = soFar.Text, Usage = soFar.Usage, RateLimits = soFar.RateLimits });
    }
}
