namespace JobWise.Llm;

/// <summary>Where a decorator of your own stands in the pipeline.</summary>
public enum LLMStage
{
    /// <summary>Around the whole call, inside its deadline and after model selection: once per call, retries within.</summary>
    Call = 0,

    /// <summary>Around each single attempt, inside retry: once per request sent.</summary>
    Attempt = 1,
}
