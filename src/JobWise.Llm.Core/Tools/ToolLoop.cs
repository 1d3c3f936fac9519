namespace JobWise.Llm;

/// <summary>One run of a tool loop.</summary>
internal sealed class ToolLoop(ILLMService service, ToolBox box, LLMToolLoopOptions options)
{
    private readonly List<LLMResponse> _steps = [];
    private readonly List<LLMMessage> _turns = [];
    private readonly List<LLMToolFailure> _failures = [];
    private long _tokens;

    public async Task<LLMToolRun> RunAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        if (options.MaxSteps < 1)
        {
            throw new LLMInvalidRequestException($"LLMToolLoopOptions.MaxSteps is {options.MaxSteps}. Set it to 1 or more.");
        }

        var next = request with { Tools = box.Tools };
        while (true)
        {
            var response = await AskAsync(next, cancellationToken).ConfigureAwait(false);
            if (EndAfter(response, request.Call.MostTokens) is { } end)
            {
                return new() { Response = response, End = end, Steps = _steps, Turns = _turns, Failures = _failures };
            }

            _turns.Add(await RunToolsAsync(response, cancellationToken).ConfigureAwait(false));
            next = next with
            {
                Prompt = null,
                SystemMessage = null,
                Messages = [.. request.GetConversation(), .. _turns],
                ToolChoice = request.ToolChoice == LLMToolChoice.None ? request.ToolChoice : null,
            };
        }
    }

    private async Task<LLMResponse> AskAsync(LLMRequest request, CancellationToken cancellationToken)
    {
        var response = await service.GenerateAsync(request, cancellationToken).ConfigureAwait(false);
        _steps.Add(response);
        _turns.Add(response.Message);
        var tokens = JsonBudget.TokensOf(request, response.Usage, response.Text);
        _tokens += tokens;
        request.Call.Scope?.NoteTokens(tokens);
        return response;
    }

    private LLMToolRunEnd? EndAfter(LLMResponse response, int? mostTokens)
    {
        if (!response.Message.ToolCalls.Any() || response.FinishReason == LLMFinishReason.ContentFilter)
        {
            return LLMToolRunEnd.Answered;
        }

        if (response.FinishReason == LLMFinishReason.Length)
        {
            throw Truncated(response);
        }

        return _steps.Count >= options.MaxSteps ? LLMToolRunEnd.StepLimit
            : _tokens >= mostTokens ? LLMToolRunEnd.TokenLimit
            : null;
    }

    private async Task<LLMMessage> RunToolsAsync(LLMResponse response, CancellationToken cancellationToken)
    {
        LLMToolCallPart[] calls = [.. response.Message.ToolCalls];
        var outcomes = new ToolOutcome[calls.Length];
        if (options.RunConcurrently)
        {
            outcomes = await Task.WhenAll(calls.Select(call => box.RunAsync(call, cancellationToken))).ConfigureAwait(false);
        }
        else
        {
            for (var i = 0; i < calls.Length; i++)
            {
                outcomes[i] = await box.RunAsync(calls[i], cancellationToken).ConfigureAwait(false);
            }
        }

        _failures.AddRange(calls.Zip(outcomes).Where(pair => pair.Second.IsFailure).Select(pair => FailureOf(pair.First, pair.Second)));
        return LLMMessage.Of(LLMRole.Tool, [.. calls.Zip(outcomes, (call, outcome) => new LLMToolResultPart { CallId = call.Id, Text = outcome.Text })]);
    }

    private static LLMToolFailure FailureOf(LLMToolCallPart call, ToolOutcome outcome) =>
        new() { CallId = call.Id, ToolName = call.Name, Message = outcome.Text, Exception = outcome.Exception };

    private LLMTruncatedResponseException Truncated(LLMResponse response) => new(
        $"The model's turn was cut at the output cap after {response.Usage?.CompletionTokens ?? 0} tokens while it called tools, so none was run. "
            + "Raise MaxTokens, or ask for less.",
        new LLMErrorDetails
        {
            Provider = response.Provider,
            Model = response.Model,
            RequestId = response.RequestId,
            RateLimits = response.RateLimits,
            PartialText = response.Text,
            Usage = LLMUsage.Sum(_steps.Select(step => step.Usage)),
        });
}
