using System.Text.Json.Serialization.Metadata;

namespace JobWise.Llm;

/// <summary>One typed call: ask, read, and ask once more with the errors.</summary>
/// <typeparam name="T">The type of the answer.</typeparam>
internal sealed class JsonCall<T>(ILLMService service, JsonTypeInfo<T> typeInfo, LLMJsonOptions<T> options)
{
    private readonly JsonAnswerSchema _schema = JsonAnswerSchema.Of(typeInfo);
    private readonly List<LLMUsage?> _spent = [];

    public async Task<LLMResponse<T>> RunAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        var asked = Prepare(request);
        var first = await AskAsync(asked, cancellationToken).ConfigureAwait(false);
        if (first.IsUsable)
        {
            return first.ToResponse([]);
        }

        if (!options.ReAsk)
        {
            throw Note(first.ToException(Spent), asked);
        }

        var second = await AskAgainAsync(asked, first, cancellationToken).ConfigureAwait(false);
        return second.IsUsable ? second.ToResponse([first.Response]) : throw Note(second.ToException(Spent), asked);
    }

    private LLMUsage? Spent => LLMUsage.Sum(_spent);

    private LLMRequest Prepare(LLMRequest request) => request with
    {
        ResponseFormat = _schema.ToResponseFormat(options.SchemaName, options.Strict),
        Call = request.Call with
        {
            Scope = request.Call.Scope ?? new LLMCallScope { MostTokens = request.Call.MostTokens },
            Accept = response => request.Call.Accepts(response) && IsUsable(response),
        },
    };

    /// <summary>What a cache must know: an answer that would be refused here must not be served again.</summary>
    private bool IsUsable(LLMResponse response) =>
        JsonAnswerGuard.IsUsable(response) && Check(JsonAnswerReader.Read<T>(response.Text, _schema)).Count == 0;

    private async Task<JsonAttempt<T>> AskAgainAsync(LLMRequest asked, JsonAttempt<T> first, CancellationToken cancellationToken)
    {
        var again = JsonReAsk.Of(asked, first.Text, first.Errors);
        if (JsonBudget.WhyNot(asked, first.Usage, again) is { } tooDear)
        {
            throw Note(first.ToException(Spent, tooDear), asked);
        }

        var sends = asked.Call.Scope!.Sends;
        try
        {
            return await AskAsync(again, cancellationToken).ConfigureAwait(false);
        }
        catch (LLMServiceException notSent) when (sends > 0 && asked.Call.Scope.Sends == sends && notSent is not LLMTimeoutException)
        {
            // No send was left. What is wrong with the answer that was paid for says more, and its text and usage go with it.
            throw Note(first.ToException(Spent, $"It was not sent back: {notSent.Message}", notSent), asked);
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
        LLMInvalidResponseException? refusal = null;
        try
        {
            response = await service.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        }
        catch (LLMInvalidResponseException exception) when (exception.FailedGeneration is not null)
        {
            // The provider checked the JSON itself and refused what the model wrote; often it is good enough to be mended here for free.
            refusal = exception;
        }

        var text = response?.Text ?? refusal!.FailedGeneration!;
        NoteTokens(request, response?.Usage ?? refusal?.Usage, text);
        if (response is not null && JsonAnswerGuard.Refuse(response, Spent) is { } unusable)
        {
            throw Note(unusable, request);
        }

        var answer = JsonAnswerReader.Read<T>(text, _schema);
        var attempt = new JsonAttempt<T>(answer, response, text, refusal, Check(answer));
        return answer.IsCut ? throw Note(attempt.ToException(Spent), request) : attempt;
    }

    private void NoteTokens(LLMRequest request, LLMUsage? usage, string text)
    {
        _spent.Add(usage);
        request.Call.Scope!.NoteTokens(JsonBudget.TokensOf(request, usage, text));
    }

    private IReadOnlyList<string> Check(JsonAnswer<T> answer)
    {
        if (answer.Error is { } error)
        {
            return [error];
        }

        var broken = _schema.Annotations.Check(answer.Value!);
        return options.Validate is { } validate ? [.. broken, .. validate(answer.Value!)] : broken;
    }
}
