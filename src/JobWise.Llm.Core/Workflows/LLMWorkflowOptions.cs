namespace JobWise.Llm;

/// <summary>
/// The settings of every known workflow. Packages that bring workflows fill it with their defaults; the pipeline binds
/// <c>JobWise:Llm:Workflows</c> over them.
/// </summary>
public sealed class LLMWorkflowOptions
{
    /// <summary>Settings by workflow name, without regard to case. A request that names a workflow outside this list is refused.</summary>
    public Dictionary<string, LLMWorkflowSettings> Workflows { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <summary>Finds a workflow's settings, or adds empty ones, and changes them.</summary>
    /// <param name="workflow">The workflow's name.</param>
    /// <param name="configure">Changes the settings in place.</param>
    public void Configure(string workflow, Action<LLMWorkflowSettings> configure)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(workflow);
        ArgumentNullException.ThrowIfNull(configure);
        if (!Workflows.TryGetValue(workflow, out var settings))
        {
            Workflows[workflow] = settings = new LLMWorkflowSettings();
        }

        configure(settings);
    }
}
