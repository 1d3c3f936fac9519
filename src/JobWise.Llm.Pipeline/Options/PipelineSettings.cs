namespace JobWise.Llm.Pipeline;

/// <summary>The options and workflows of one moment. A call keeps the ones it began with, whatever is reloaded meanwhile.</summary>
internal sealed class PipelineSettings(LLMPipelineOptions options, LLMWorkflowOptions workflows, IReadOnlyList<string> instances)
{
    public LLMPipelineOptions Options => options;

    public LLMWorkflowOptions Workflows => workflows;

    /// <summary>The instance for calls that nothing else directs; validation has made sure that there is one.</summary>
    public string DefaultInstance { get; } = options.Provider ?? instances[0];

    /// <summary>The lanes that stand in for the first.</summary>
    public IReadOnlyList<LaneName> Fallbacks { get; } = [.. options.Routing.Fallbacks.Select(lane => LaneName.Parse(lane, PipelineSection.Path + ":Routing:Fallbacks"))];

    /// <summary>The settings that a call began with; a request that comes from outside the pipeline takes the current ones.</summary>
    public static PipelineSettings Of(LLMRequest request, CurrentSettings settings) =>
        request.Call.Scope?.PipelineState as PipelineSettings ?? settings.Value;

    public int MaxAttempts(string? instance) => Of(instance)?.MaxAttempts ?? options.Retry.MaxAttempts;

    public TimeSpan FirstContentTimeout(string? instance) => Of(instance)?.FirstContentTimeout ?? options.AttemptTimeouts.FirstContent;

    public TimeSpan IdleTimeout(string? instance) => Of(instance)?.IdleTimeout ?? options.AttemptTimeouts.Idle;

    public TimeSpan? AttemptTimeout(string? instance) => Of(instance)?.AttemptTimeout ?? options.AttemptTimeouts.Attempt;

    public double Temperature(string instance) => Of(instance)?.Temperature ?? options.Temperature;

    public int MaxTokens(string instance) => Of(instance)?.MaxTokens ?? options.MaxTokens;

    private LLMInstanceOptions? Of(string? instance) =>
        instance is not null && options.Providers.TryGetValue(instance, out var settings) ? settings : null;
}
