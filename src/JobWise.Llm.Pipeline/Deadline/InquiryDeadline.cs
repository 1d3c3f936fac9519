using System.Globalization;

namespace JobWise.Llm.Pipeline;

/// <summary>Ends what asks a provider without being a call, such as a health check, at the total of a call: the client itself waits for ever.</summary>
internal static class InquiryDeadline
{
    // "what" begins the message: "The health check did not end".
    public static async Task<T> AskAsync<T>(
        Func<CancellationToken, Task<T>> ask, string what, TimeSpan total, TimeProvider timeProvider, CancellationToken caller)
    {
        using var source = new CancellationTokenSource(total, timeProvider);
        using var registration = source.EndWith(caller);
        try
        {
            return await ask(source.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (source.IsCancellationRequested)
        {
            throw caller.IsCancellationRequested
                ? new OperationCanceledException(exception.Message, exception, caller)
                : new LLMTimeoutException(LLMTimeoutPhase.Total, Explain(what, total), innerException: exception);
        }
    }

    private static string Explain(string what, TimeSpan total) => string.Create(
        CultureInfo.InvariantCulture,
        $"{what} within {total.TotalSeconds:0.###} s, which {PipelineSection.Path}:Timeout allows. Allow more time there, or check the provider.");
}
