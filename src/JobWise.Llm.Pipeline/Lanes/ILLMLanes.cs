namespace JobWise.Llm;

/// <summary>The lanes of the pipeline as they stand, for health checks and dashboards. Registered by <c>AddJobWiseLlm()</c>.</summary>
public interface ILLMLanes
{
    /// <summary>Every lane that has been used since the start, by name.</summary>
    IReadOnlyList<LLMLaneStatus> GetStatus();
}
