namespace JobWise.Llm.Wire;

/// <summary>Bounds the wait for the headers of an answer, where the options set a limit.</summary>
internal static class FirstByte
{
    /// <exception cref="FirstByteTimeoutException">The limit ran out.</exception>
    public static Task<HttpResponseMessage> SendAsync(
        HttpClient client, HttpRequestMessage request, TimeSpan? limit, TimeProvider time, CancellationToken cancellationToken) =>
        limit is { } most
            ? SendWithinAsync(client, request, most, time, cancellationToken)
            : client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);

    private static async Task<HttpResponseMessage> SendWithinAsync(
        HttpClient client, HttpRequestMessage request, TimeSpan limit, TimeProvider time, CancellationToken cancellationToken)
    {
        using var timer = new CancellationTokenSource(limit, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FirstByteTimeoutException(limit, error);
        }
    }
}
