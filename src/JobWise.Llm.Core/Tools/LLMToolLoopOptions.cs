namespace JobWise.Llm;

/// <summary>Where <see cref="LLMToolExtensions.RunToolsAsync"/> ends, and how it runs the calls of one turn.</summary>
public sealed class LLMToolLoopOptions
{
    /// <summary>The most times that the model is asked, the first ask included; at least 1.</summary>
    /// <value>The default value is 8.</value>
    public int MaxSteps { get; set; } = 8;

    /// <summary>Whether the calls of one turn run at the same time. Only for tools that do not need each other's effects.</summary>
    /// <value>The default value is false: one after the other, in the model's order.</value>
    public bool RunConcurrently { get; set; }
}
