using System.Runtime.CompilerServices;
using JobWise.Llm.TestKit;

namespace JobWise.Llm.Pipeline.Tests.Retry;

/// <summary>Plays a script send after send in virtual time, and notes each.</summary>
internal sealed class ScriptedLane(int lane, RetryOutcome[] script, TwoClockTimeProvider time, List<RetrySend> sends)
{
    private readonly long _start = time.GetTimestamp();
    private int _next;

    public void Attach(FakeProvider provider)
    {
        provider.Metadata = new() { ProviderName = "fake", InstanceName = provider.Metadata.InstanceName, DefaultModel = "m" };
        (provider.Answer, provider.Stream) = ((_, token) => AnswerAsync(token), (_, token) => StreamAsync(token));
    }

    private async Task<LLMResponse> AnswerAsync(CancellationToken token)
    {
        var send = await PlayAsync(token).ConfigureAwait(false);
        return send.Outcome.Kind == RetryOutcomeKind.Answer ? Some.Response() : throw send.Outcome.ToError();
    }

    private async IAsyncEnumerable<LLMStreamUpdate> StreamAsync([EnumeratorCancellation] CancellationToken token)
    {
        var send = await PlayAsync(token).ConfigureAwait(false);
        if (send.Outcome.Kind is RetryOutcomeKind.Answer or RetryOutcomeKind.BreaksLater)
        {
            yield return LLMStreamUpdate.ForText("Hello");
            await WaitAsync(TimeSpan.FromMilliseconds(10), token).ConfigureAwait(false);
        }

        yield return send.Outcome.Kind == RetryOutcomeKind.Answer ? LLMStreamUpdate.ForCompleted(Some.Response()) : throw send.Outcome.ToError();
    }

    private async Task<RetrySend> PlayAsync(CancellationToken token)
    {
        var send = new RetrySend(lane, script[_next++ % script.Length], time.GetElapsedTime(_start));
        sends.Add(send);
        try
        {
            await WaitAsync(send.Outcome.Kind == RetryOutcomeKind.Hang ? Timeout.InfiniteTimeSpan : send.Outcome.After, token).ConfigureAwait(false);
        }
        finally
        {
            send.EndedAt = time.GetElapsedTime(_start);
        }

        return send;
    }

    /// <summary>Ends inside the timer or the cancellation that ends it; a delay of the framework would leave the thread when it is cancelled.</summary>
    private async Task WaitAsync(TimeSpan wait, CancellationToken token)
    {
        var end = new TaskCompletionSource();
        await using var registration = token.UnsafeRegister(static (end, token) => ((TaskCompletionSource)end!).TrySetCanceled(token), end).ConfigureAwait(false);
        await using var timer = time.CreateTimer(static end => ((TaskCompletionSource)end!).TrySetResult(), end, wait, Timeout.InfiniteTimeSpan).ConfigureAwait(false);
        await end.Task.ConfigureAwait(false);
    }
}
