namespace JobWise.Llm;

/// <summary>A request names a workflow that nobody has described. Nothing was sent.</summary>
public sealed class LLMUnknownWorkflowException : LLMServiceException
{
    /// <summary>Explains the unknown name.</summary>
    /// <param name="workflow">The name in the request.</param>
    /// <param name="known">All names that would have been accepted.</param>
    public LLMUnknownWorkflowException(string workflow, IReadOnlyList<string> known)
        : base(Explain(workflow, known))
    {
        Workflow = workflow;
        Known = known;
    }

    /// <summary>The name in the request.</summary>
    public string Workflow { get; }

    /// <summary>All names that would have been accepted.</summary>
    public IReadOnlyList<string> Known { get; }

    private static string Explain(string workflow, IReadOnlyList<string> known)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(known);
        var names = known.Count == 0 ? "none" : string.Join(", ", known);
        return $"The workflow '{workflow}' is not known; known: {names}. Describe it with ConfigureWorkflow(\"{workflow}\", …) or under "
            + $"JobWise:Llm:Workflows:{workflow}, or leave LLMRequest.Workflow null.";
    }
}
