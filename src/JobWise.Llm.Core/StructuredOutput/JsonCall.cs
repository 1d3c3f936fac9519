using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>One typed call: ask, read, and ask once more with the errors.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
internal sealed class JsonCall<T>(ILLMService service, JsonTypeInfo<T> typeInfo, LLMJsonOptions<T> options)
{
    private readonly JsonAnswerSchema _schema = JsonAnswerSchema.Of(typeInfo);

    public async Task<LLMResponse<T>> RunAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        var asked = request with
        {
            ResponseFormat = _schema.ToResponseFormat(options.SchemaName, options.Strict),
            Call = request.Call with { Scope = request.Call.Scope ?? new LLMCallScope() },
        };
        var first = await AskAsync(asked, cancellationToken).ConfigureAwait(false);
        if (first.IsUsable)
        {
            return first.ToResponse([]);
        }

        if (!options.ReAsk)
        {
            throw Note(first.ToException(), asked);
        }

        var second = await AskAgainAsync(asked, first, cancellationToken).ConfigureAwait(false);
        return second.IsUsable ? second.ToResponse(first.Rejected) : throw Note(second.ToException(first.Usage), asked);
    }

    private async Task<JsonAttempt<T>> AskAgainAsync(LLMRequest asked, JsonAttempt<T> first, CancellationToken cancellationToken)
    {
        var sends = asked.Call.Scope!.Sends;
        try
        {
            return await AskAsync(JsonReAsk.Of(asked, first.Text, first.Errors), cancellationToken).ConfigureAwait(false);
        }
        catch (LLMServiceException notSent) when (sends > 0 && asked.Call.Scope.Sends == sends && notSent is not LLMTimeoutException)
        {
            // No send was left. What is wrong with the answer that was paid for says more, and its text and usage go with it.
            throw Note(first.ToException(notAskedAgain: notSent), asked);
        }
    }

    private static LLMServiceException Note(LLMServiceException error, LLMRequest asked)
    {
        // Outside the pipeline nobody counts, and 0 would be untrue.
        error.Sends = asked.Call.Scope!.Sends is > 0 and var sends ? sends : null;
        return error;
    }

    private async Task<JsonAttempt<T>> AskAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        LLMResponse? response = null;
        string text;
        LLMServiceException? refusal = null;
        try
        {
            response = await service.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
            JsonAnswerGuard.ThrowIfUnusable(response);
            text = response.Text;
        }
        catch (LLMInvalidResponseException exception) when (exception.FailedGeneration is not null)
        {
            // The provider checked the JSON itself and refused what the model wrote; often it is good enough to be mended here for free.
            text = exception.FailedGeneration;
            refusal = exception;
        }

        var answer = JsonAnswerReader.Read(text, _schema.ReaderOf<T>(), _schema.IsWrapped);
        return new JsonAttempt<T>(answer, response, text, refusal, Check(answer));
    }

    private IReadOnlyList<string> Check(JsonAnswer<T> answer) =>
        answer.Error is { } error ? [error]
        : options.Validate is { } validate ? validate(answer.Value!)
        : [];
}
