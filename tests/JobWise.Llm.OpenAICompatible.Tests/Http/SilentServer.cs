namespace JobWise.Llm.OpenAICompatible.Tests.Http;

/// <summary>Takes a request and answers nothing until it is cancelled.</summary>
internal sealed class SilentServer : HttpMessageHandler
{
    private readonly TaskCompletionSource _arrival = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public Task Arrival => _arrival.Task;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _arrival.SetResult();
        await Task.Delay(Timeout.InfiniteTimeSpan, cancellationToken);
        throw new InvalidOperationException("Nobody gets here.");
    }
}
