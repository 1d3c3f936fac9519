namespace JobWise.Llm.Wire;

/// <summary>Bounds the wait for the headers of an answer, where the options set a limit.</summary>
internal static class FirstByte
{
    /// <exception cref="FirstByteTimeoutException">The limit ran out.</exception>
    public static async Task<HttpResponseMessage> AwaitAsync(
        Func<CancellationToken, Task<HttpResponseMessage>> send, TimeSpan? limit, TimeProvider time, CancellationToken cancellationToken)
    {
        if (limit is not { } most)
        {
            return await send(cancellationToken).ConfigureAwait(false);
        }

        using var timer = new CancellationTokenSource(most, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, cancellationToken);
        try
        {
            return await send(both.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException error) when (timer.IsCancellationRequested && !cancellationToken.IsCancellationRequested)
        {
            throw new FirstByteTimeoutException(most, error);
        }
    }
}
