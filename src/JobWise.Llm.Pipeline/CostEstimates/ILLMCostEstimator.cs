namespace JobWise.Llm;

/// <summary>Tells before a call what it would cost. Sends nothing and reserves nothing. Registered by <c>AddJobWiseLlm()</c>.</summary>
public interface ILLMCostEstimator
{
    /// <summary>
    /// What one send of the request would cost on each lane of its route, the preferred lane first. Model, output cap and route are found as for
    /// the call itself; to ask about one lane, set <see cref="LLMCallOptions.PinnedLane"/>.
    /// </summary>
    /// <param name="request">As it would be sent.</param>
    /// <param name="isBatch">Whether it would be a line of a batch.</param>
    /// <exception cref="LLMServiceException">The request names a workflow or an instance that is not there, as in the call.</exception>
    IReadOnlyList<LLMCostEstimate> Estimate(LLMRequest request, bool isBatch = false);
}
