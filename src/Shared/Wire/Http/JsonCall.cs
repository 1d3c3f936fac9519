namespace JobWise.Llm.Wire;

/// <summary>One request with a whole JSON answer that is no chat completion.</summary>
internal static class JsonCall
{
    /// <param name="provider">The instance to call.</param>
    /// <param name="options">As they stand for this call.</param>
    /// <param name="call">What is sent.</param>
    /// <param name="read">Reads the body; throws <see cref="WireFormatException"/> where it is not what it should be.</param>
    /// <param name="cancellationToken">Ends the call.</param>
    public static async Task<TAnswer> SendAsync<TAnswer>(
        ProviderInstance provider, LLMProviderOptions options, WireCall call, Func<ReadOnlySpan<byte>, Exchange, TAnswer> read, CancellationToken cancellationToken)
    {
        using var exchange = await Exchange.SendAsync(provider, options, call, cancellationToken).ConfigureAwait(false);
        try
        {
            using var body = await ResponseBody.ReadAsync(exchange.Response, options.MaxResponseBytes, cancellationToken).ConfigureAwait(false);
            return read(body.WrittenSpan, exchange);
        }
        catch (Exception error) // Whatever the connection throws must reach the caller as one of our errors.
        {
            throw exchange.Translate(error, soFar: null, cancellationToken);
        }
    }
}
