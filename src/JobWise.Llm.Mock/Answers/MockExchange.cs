using System.Runtime.CompilerServices;

namespace JobWise.Llm;

/// <summary>Plays one answer to one call.</summary>
/// <param name="request">What was asked.</param>
/// <param name="answer">What is said.</param>
/// <param name="options">What holds where the answer is silent.</param>
/// <param name="timeProvider">Waits and measures.</param>
/// <param name="startedAt">When the call began, by that clock.</param>
internal sealed class MockExchange(LLMRequest request, MockAnswer answer, MockLLMOptions options, TimeProvider timeProvider, long startedAt)
{
    private string Model => answer.Model ?? request.Model ?? options.DefaultModel;

    public async Task<LLMResponse> AnswerAsync(CancellationToken cancellationToken)
    {
        await WaitAsync(answer.Latency ?? options.Latency, cancellationToken).ConfigureAwait(false);
        if (answer.Fault is { EndsQuietly: false } fault)
        {
            await ThrowAsync(fault, partialText: null, cancellationToken).ConfigureAwait(false);
        }

        return Respond(timeToFirstToken: null);
    }

    public async IAsyncEnumerable<LLMStreamUpdate> StreamAsync([EnumeratorCancellation] CancellationToken cancellationToken)
    {
        await WaitAsync(answer.Latency ?? options.Latency, cancellationToken).ConfigureAwait(false);
        var soFar = new LLMStreamAccumulator();
        TimeSpan? timeToFirstToken = null;
        var content = answer.Fault is { } fault ? Content().Take(fault.AfterChunks) : Content();
        foreach (var update in content)
        {
            await WaitAsync(timeToFirstToken is null ? TimeSpan.Zero : answer.ChunkDelay ?? options.ChunkDelay, cancellationToken).ConfigureAwait(false);
            timeToFirstToken ??= timeProvider.GetElapsedTime(startedAt);
            soFar.Add(update);
            yield return update;
        }

        cancellationToken.ThrowIfCancellationRequested();
        if (answer.Fault is { EndsQuietly: true })
        {
            yield break;
        }

        if (answer.Fault is { } failure)
        {
            await ThrowAsync(failure, soFar.Text, cancellationToken).ConfigureAwait(false);
        }

        var response = Respond(timeToFirstToken);
        if (response.Usage is { } usage)
        {
            yield return LLMStreamUpdate.ForUsage(usage);
        }

        yield return LLMStreamUpdate.ForCompleted(response);
    }

    private IEnumerable<LLMStreamUpdate> Content()
    {
        var message = Message();
        foreach (var reasoning in message.Parts.OfType<LLMReasoningPart>().Where(part => part.Text.Length > 0))
        {
            yield return LLMStreamUpdate.ForReasoning(reasoning.Text);
        }

        foreach (var chunk in AnswerText.ChunksOf(answer))
        {
            yield return LLMStreamUpdate.ForText(chunk);
        }

        foreach (var (index, call) in message.ToolCalls.Index())
        {
            yield return LLMStreamUpdate.ForToolCall(
                new LLMToolCallDelta { Index = index, Id = call.Id, Name = call.Name, Arguments = call.Arguments });
        }
    }

    private LLMMessage Message()
    {
        if (answer.Response is { } given)
        {
            return given.Message;
        }

        List<LLMContentPart> parts = [];
        if (answer.Reasoning is { } reasoning)
        {
            parts.Add(new LLMReasoningPart { Text = reasoning });
        }

        if (AnswerText.Of(answer) is { Length: > 0 } text)
        {
            parts.Add(new LLMTextPart { Text = text });
        }

        parts.AddRange(answer.ToolCalls);
        return LLMMessage.Of(LLMRole.Assistant, parts);
    }

    private LLMResponse Respond(TimeSpan? timeToFirstToken)
    {
        if (answer.Response is { } given)
        {
            return given;
        }

        var message = Message();
        return new LLMResponse
        {
            Message = message,
            Provider = options.ProviderName,
            Model = Model,
            FinishReason = answer.FinishReason ?? (answer.ToolCalls.Count > 0 ? LLMFinishReason.ToolCalls : LLMFinishReason.Stop),
            Usage = answer.Usage ?? TokenEstimate.Of(request, message),
            GenerationTime = timeProvider.GetElapsedTime(startedAt),
            TimeToFirstToken = timeToFirstToken,
        };
    }

    private async Task ThrowAsync(MockFault fault, string? partialText, CancellationToken cancellationToken)
    {
        if (fault.Hangs)
        {
            await Task.Delay(Timeout.InfiniteTimeSpan, timeProvider, cancellationToken).ConfigureAwait(false);
        }

        throw fault.CreateException(new LLMErrorDetails
        {
            Provider = options.ProviderName,
            Model = Model,
            PartialText = string.IsNullOrEmpty(partialText) ? null : partialText,
        });
    }

    private async Task WaitAsync(TimeSpan time, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        if (time > TimeSpan.Zero)
        {
            await Task.Delay(time, timeProvider, cancellationToken).ConfigureAwait(false);
        }
    }
}
