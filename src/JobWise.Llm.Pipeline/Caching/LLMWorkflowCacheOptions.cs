namespace JobWise.Llm;

/// <summary>How the answers of one workflow are kept. What is null is as for every call.</summary>
public sealed class LLMWorkflowCacheOptions
{
    /// <summary>Whether calls of this workflow are answered from the cache.</summary>
    public bool? IsEnabled { get; set; }

    /// <summary>How long an answer of this workflow is given again.</summary>
    public TimeSpan? TimeToLive { get; set; }
}
