namespace JobWise.Llm.Pipeline;

/// <summary>A request as one lane of its plan is sent it.</summary>
internal static class LaneRequest
{
    /// <summary>The first lane's is the request as it was completed; another has its own model, and its instance's defaults where the caller set nothing.</summary>
    public static LLMRequest For(Lane lane, bool isFirst, LLMRequest request, PipelineSettings settings)
    {
        if (isFirst)
        {
            return request;
        }

        var workflow = ModelSelection.FindWorkflow(request, settings);
        var defaulted = request.Call.Defaulted;
        var isDefaultModel = lane.Name.Model != request.Model;
        return request with
        {
            Model = lane.Name.Model,
            Temperature = defaulted.HasFlag(LLMDefaultedOptions.Temperature)
                ? workflow?.Temperature ?? settings.Temperature(lane.Name.Instance) : request.Temperature,
            MaxTokens = defaulted.HasFlag(LLMDefaultedOptions.MaxTokens)
                ? workflow?.MaxTokens ?? settings.MaxTokens(lane.Name.Instance) : request.MaxTokens,
            Call = isDefaultModel ? request.Call with { Defaulted = defaulted | LLMDefaultedOptions.Model } : request.Call,
        };
    }
}
