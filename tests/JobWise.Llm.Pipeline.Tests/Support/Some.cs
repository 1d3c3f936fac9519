using System.Runtime.CompilerServices;

namespace JobWise.Llm.Pipeline.Tests;

/// <summary>Sample data whose details do not matter to a test.</summary>
internal static class Some
{
    public static LLMRequest Request => LLMRequest.FromPrompt("Say hello.");

    public static LLMResponse Response(string model = "m", string text = "Hello", string provider = "groq") => new()
    {
        Message = LLMMessage.Assistant(text),
        Provider = provider,
        Model = model,
        FinishReason = LLMFinishReason.Stop,
        Usage = new LLMUsage { PromptTokens = 1_000_000, CompletionTokens = 1_000_000, TotalTokens = 2_000_000 },
    };

    public static LLMServerException ServerError => new("The server failed.", new LLMErrorDetails { Provider = "groq", StatusCode = 500 });

    public static LLMRateLimitException RateLimit(double retryAfterSeconds) =>
        new("Too many requests.", new LLMErrorDetails { StatusCode = 429, RetryAfter = TimeSpan.FromSeconds(retryAfterSeconds) });

    public static async IAsyncEnumerable<LLMStreamUpdate> Stream(params string[] texts)
    {
        await Task.CompletedTask;
        foreach (var text in texts)
        {
            yield return LLMStreamUpdate.ForText(text);
        }

        yield return LLMStreamUpdate.ForCompleted(Response(text: string.Concat(texts)));
    }

    /// <summary>Yields the updates and then waits until it is cancelled.</summary>
    public static async IAsyncEnumerable<LLMStreamUpdate> StreamThatHangs(
        IReadOnlyList<LLMStreamUpdate> updates,
        [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        foreach (var update in updates)
        {
            yield return update;
        }

        await Never(cancellationToken);
    }

    public static Task<LLMResponse> Never(CancellationToken cancellationToken)
    {
        var never = new TaskCompletionSource<LLMResponse>(TaskCreationOptions.RunContinuationsAsynchronously);
        cancellationToken.Register(() => never.TrySetCanceled(cancellationToken));
        return never.Task;
    }

    public static async IAsyncEnumerable<LLMStreamUpdate> StreamThatFails(Exception failure, params string[] texts)
    {
        await Task.CompletedTask;
        foreach (var text in texts)
        {
            yield return LLMStreamUpdate.ForText(text);
        }

        throw failure;
    }

    /// <summary>Tells when it is disposed, as a provider closes its connection then.</summary>
    public static async IAsyncEnumerable<LLMStreamUpdate> StreamThatSettles(Action settled)
    {
        await Task.CompletedTask;
        try
        {
            yield return LLMStreamUpdate.ForText("Hello");
            yield return LLMStreamUpdate.ForText(" world");
        }
        finally
        {
            settled();
        }
    }
}
